/** Addresses in the browser: the counterpart of `href` in `src/views/urls.ts`. */

/** The address of a file, given its path from the site's root; works in any folder and on file://. */
export function fromRoot(path: string): string {
  return new URL(
    (document.documentElement.dataset['root'] ?? '') + path,
    location.href.replace(/[?#].*$/s, ''),
  ).href;
}
