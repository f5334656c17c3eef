/**
 * Where a reader stopped in a document, kept on the device: who comes back later is offered to read on from
 * there. Going back in history is the browser's own business, and is left to it.
 */
import { labelOfUnit, UNIT } from '../../text/unit-label.ts';

/** Each document's has a key of its own, whose value is the id of the paragraph. */
const KEY = `library-reading-position ${location.pathname}`;
/** As far as this a reader has only looked at the head. */
const SCREENS_READ = 1.5;

/** The paragraph at the top of the window; undefined near the head, and at the end, of the document. */
function paragraphRead(text: Element): HTMLElement | undefined {
  if (scrollY < innerHeight * SCREENS_READ) return undefined;
  if (text.getBoundingClientRect().bottom < innerHeight) return undefined;
  return [...text.querySelectorAll<HTMLElement>(UNIT)].find(
    (paragraph) => paragraph.getBoundingClientRect().bottom > 0,
  );
}

/** A heading is named by its words, all else by what readers call it: 第7段. */
const placeOf = (unit: Element): string =>
  /^H\d$/.test(unit.tagName) ? `“${unit.textContent}”` : labelOfUnit(unit) || '这里';

function offer(paragraph: Element): void {
  const notice = document.createElement('div');
  notice.className = 'update-notice lifted reading-notice';
  notice.setAttribute('role', 'status');
  notice.dataset['editorial'] = '';
  const link = document.createElement('a');
  link.href = `#${paragraph.id}`;
  link.textContent = '接着读';
  notice.append(`上次读到${placeOf(paragraph)}`, link);
  // Not on the click itself: a link that is gone from the page is not followed.
  addEventListener('hashchange', () => notice.remove());
  addEventListener('scroll', () => scrollY > innerHeight && notice.remove(), { passive: true });
  document.body.append(notice);
}

/**
 * Offers what was remembered, and remembers when the page is left. Does nothing on a page that is not a document, nor where
 * the browser refuses storage.
 */
export function keepReadingPosition(): void {
  const text = document.querySelector('[data-flow]');
  if (!text) return;
  let before: Element | null;
  try {
    before = document.getElementById(localStorage.getItem(KEY) ?? '');
  } catch {
    return;
  }
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const ledHere = location.hash !== '' || new URLSearchParams(location.search).has('hit');
  if (before && text.contains(before) && !ledHere && visit?.type === 'navigate') offer(before);
  document.addEventListener('visibilitychange', () => {
    // Who only looked in has not read elsewhere.
    if (!document.hidden || scrollY === 0) return;
    const id = paragraphRead(text)?.id;
    if (id) localStorage.setItem(KEY, id);
    else localStorage.removeItem(KEY);
  });
}
