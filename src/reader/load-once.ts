/** Loads further scripts of the site when they are first needed. */

const loading = new Map<string, Promise<void>>();

/** The address of a file, given its path from the site's root; works in any folder and on file://. */
export function fromRoot(path: string): string {
  return new URL(
    (document.documentElement.dataset['root'] ?? '') + path,
    location.href.replace(/[?#].*$/s, ''),
  ).href;
}

/** Loads a script, once; after a failure the next call tries again. */
export function loadOnce(path: string): Promise<void> {
  let script = loading.get(path);
  if (!script) {
    script = new Promise<void>((resolve, reject) => {
      const element = document.createElement('script');
      element.src = fromRoot(path);
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => {
        loading.delete(path);
        element.remove();
        reject(new Error(path));
      });
      document.head.append(element);
    });
    loading.set(path, script);
  }
  return script;
}
