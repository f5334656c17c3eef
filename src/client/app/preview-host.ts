/**
 * Whoever opens the site at a loopback address looks at what was just built: nothing is kept there. A name under
 * `.localhost`, such as `library.localhost`, is the same machine, and there the app can be tried.
 */
export function isPreview(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
