/** Addresses and scripts of the site, as a page finds them. */

/** The address of a file, given its path from the site's root (the counterpart of `href` in `src/views/urls.ts`); works in any folder and on file://. */
export function fromRoot(path: string): string {
  return new URL(
    (document.documentElement.dataset['root'] ?? '') + path,
    location.href.replace(/[?#].*$/s, ''),
  ).href;
}

/** Loads a classic script and waits until it has run. Throws an Error with the address. */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => (script.remove(), resolve()));
    script.addEventListener('error', () => (script.remove(), reject(new Error(address))));
    document.head.append(script);
  });
}

const loading = new Map<string, Promise<void>>();

/** Loads a script of the site, given its path from the root, once; after a failure the next call tries again. */
export function loadOnce(path: string): Promise<void> {
  let script = loading.get(path);
  if (!script) {
    script = loadScript(fromRoot(path));
    script.catch(() => loading.delete(path));
    loading.set(path, script);
  }
  return script;
}
