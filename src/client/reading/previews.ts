/**
 * Previews of what a document names, and its notes on a narrow screen, drawn as a card under the line of their link. The
 * words are the link's own `title` (stated once a page, at the first link to its target), or the note that a mark
 * leads to. The card comes a moment after its link is pointed at, at once when the keyboard reaches it, stays while the
 * pointer is on it or on its way there, and goes with Escape (WCAG 2.2, 1.4.13; WAI-ARIA `tooltip`). Without script a
 * browser shows the title itself, and a mark leads to its note.
 */

const OPEN_AFTER_MS = 250;
/** Long enough to cross from the first half of a name that is broken over two lines. */
const CLOSE_AFTER_MS = 400;
const CARD_ID = 'preview';
/** Between the card and the edge of the window, in pixels. */
const EDGE = 8;
const NOTE_MARK = 'a.mark[id]';
const WITH_CARD = `a.mention, ${NOTE_MARK}`;

/** The page that a link leads to, without the place on it. */
const pageOf = (link: HTMLAnchorElement): string => link.href.split('#')[0]!;

function line(name: string, words: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}

/**
 * The lines of a card.
 * @param stated `政策·2021年3月：标题`, or the kind alone where the title is the link's own words; below it a sentence
 */
function linesOf(own: string, stated: string): HTMLElement[] {
  const [head = '', sentence] = stated.split('\n');
  const [, kind = '', title = own] = /^([^：]*)(?:：(.*))?$/u.exec(head) ?? [];
  return [line('b', title), line('i', kind), ...(sentence ? [line('span', sentence)] : [])];
}

/** Under the line of the link that is pointed at, or over it where the window ends. */
function place(card: HTMLElement, link: Element, pointedAt: number): void {
  const lines = [...link.getClientRects()];
  const box = lines.find(({ top, bottom }) => top <= pointedAt && pointedAt <= bottom) ?? lines[0]!;
  const { offsetWidth: width, offsetHeight: height } = card;
  const room = document.documentElement.clientWidth - width - EDGE;
  const above = box.bottom + height > innerHeight && box.top > height;
  card.style.left = `${scrollX + Math.max(EDGE, Math.min(box.left, room))}px`;
  card.style.top = `${scrollY + (above ? box.top - height : box.bottom)}px`;
}

/** Makes the links of a page's text show their cards. */
export function showPreviews(): void {
  const previews = new Map<string, HTMLElement[]>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.mention[title]')) {
    previews.set(pageOf(link), linesOf(link.textContent ?? '', link.title));
    // Else the browser would show it besides.
    link.removeAttribute('title');
  }
  const card = line('div', '');
  card.className = 'preview lifted';
  card.id = CARD_ID;
  card.setAttribute('role', 'tooltip');
  card.dataset['editorial'] = '';
  let shown: HTMLAnchorElement | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let byKey = false;

  const contentOf = (link: HTMLAnchorElement): HTMLElement[] => {
    const note = link.matches(NOTE_MARK) && document.getElementById(link.hash.slice(1));
    return note ? [line('span', note.textContent ?? '')] : (previews.get(pageOf(link)) ?? []);
  };
  const close = (): void => {
    clearTimeout(waiting);
    shown?.removeAttribute('aria-describedby');
    card.remove();
    shown = null;
  };
  const open = (link: HTMLAnchorElement, pointedAt = NaN): void => {
    if (link === shown) return;
    close();
    const content = contentOf(link);
    if (content.length === 0) return;
    card.textContent = '';
    card.append(...content);
    document.body.append(card);
    place(card, link, pointedAt);
    shown = link;
    link.setAttribute('aria-describedby', CARD_ID);
  };
  const later = (what: () => void, milliseconds: number): void => {
    clearTimeout(waiting);
    waiting = setTimeout(what, milliseconds);
  };
  const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
    (target as Element).closest<HTMLAnchorElement>(WITH_CARD);

  document.addEventListener('pointerover', ({ target, pointerType, clientY }) => {
    // A finger that taps a link means to follow it.
    if (pointerType === 'touch') return;
    const link = linkAt(target);
    if (link && link !== shown) later(() => open(link, clientY), OPEN_AFTER_MS);
    else if (link || card.contains(target as Node)) clearTimeout(waiting);
    else if (shown !== document.activeElement) later(close, CLOSE_AFTER_MS);
  });
  document.documentElement.addEventListener('pointerleave', () => later(close, CLOSE_AFTER_MS));
  document.addEventListener('focusin', ({ target }) => {
    const link = linkAt(target);
    if (link && byKey) open(link);
  });
  document.addEventListener('focusout', close);
  document.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>(NOTE_MARK);
    if (mark) {
      event.preventDefault();
      if (mark === shown) close();
      else open(mark);
    } else if (!card.contains(event.target as Node)) close();
  });
  document.addEventListener('pointerdown', () => (byKey = false));
  document.addEventListener('keydown', ({ key }) => {
    byKey = true;
    if (key === 'Escape') close();
  });
}
