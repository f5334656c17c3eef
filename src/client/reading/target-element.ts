/** The element that the address of the page names. */

/** @returns null where there is none, also for a fragment that is no text, such as `#%E4` */
export function targetElement(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}
