/**
 * A link to the place that proves something has the words that it proves it by (`data-proof`), and carries
 * them to the page it leads to, which marks them. In its address from the start they would make every page
 * longer: they are put there when a reader is about to follow it.
 */

function carry({ target }: Event): void {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[data-proof]');
  if (!link) return;
  const address = new URL(link.href);
  address.searchParams.set('hit', link.dataset['proof']!);
  link.href = address.href;
}

/** From now on a link gets its words when a reader points at it or goes to it by key. */
export function addHighlightParameter(root: Document): void {
  root.addEventListener('pointerdown', carry, { passive: true });
  root.addEventListener('focusin', carry);
}
