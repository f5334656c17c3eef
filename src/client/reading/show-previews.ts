/**
 * Previews of what a document names, for mouse and keyboard: a moment after the link is pointed at, at once when it has
 * the focus. They stay while the pointer is on the link, on the preview or on its way between the two, and go with
 * Escape (WCAG 2.2, 1.4.13). A page states the preview of each target once, after its first link: here the later
 * links show it too. Without script the style shows the first.
 */

const OPEN_AFTER_MS = 250;
/** Long enough to cross from the first half of a name that is broken over two lines, or over the gap to the preview. */
const CLOSE_AFTER_MS = 400;
const SHOWN = 'data-previewing';

/** The page that a link leads to, without the place on it. */
const pageOf = (link: HTMLAnchorElement): string => link.href.split('#')[0]!;

const previewAfter = (link: Element): Element | null =>
  link.nextElementSibling?.matches('.preview') ? link.nextElementSibling : null;

/** Shows the previews of the links that carry them, and of all later links to the same pages. */
export function showPreviews(root: Document): void {
  if (!root.querySelector('.preview')) return;
  root.documentElement.setAttribute('data-previews', '');
  let shown: HTMLAnchorElement | null = null;
  let copied: Element | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(waiting);
    shown?.removeAttribute(SHOWN);
    copied?.remove();
    shown = copied = null;
  };
  const open = (link: HTMLAnchorElement): void => {
    if (link === shown) return;
    close();
    if (!previewAfter(link)) {
      const same = [...root.querySelectorAll<HTMLAnchorElement>('a.mention:has(+ .preview)')].find(
        (other) => pageOf(other) === pageOf(link),
      );
      if (!same) return;
      copied = previewAfter(same)!.cloneNode(true) as Element;
      link.after(copied);
    }
    shown = link;
    link.setAttribute(SHOWN, '');
  };
  const later = (what: () => void, milliseconds: number): void => {
    clearTimeout(waiting);
    waiting = setTimeout(what, milliseconds);
  };

  root.addEventListener('pointerover', ({ target, pointerType }) => {
    // A finger that taps a link means to follow it.
    if (pointerType === 'touch') return;
    const link = (target as Element).closest<HTMLAnchorElement>('a.mention');
    const preview = (target as Element).closest('.preview');
    if (link && link !== shown) later(() => open(link), OPEN_AFTER_MS);
    else if (link || (preview && shown && preview === previewAfter(shown))) clearTimeout(waiting);
    else if (shown !== root.activeElement) later(close, CLOSE_AFTER_MS);
  });
  root.documentElement.addEventListener('pointerleave', () => later(close, CLOSE_AFTER_MS));
  root.addEventListener('focusin', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a.mention:focus-visible');
    if (link) {
      clearTimeout(waiting);
      open(link);
    } else close();
  });
  root.addEventListener('focusout', close);
  root.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
}
