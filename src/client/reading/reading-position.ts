/**
 * Where a reader stopped in a document, kept on the device: who comes back later is offered to read on from
 * there. Going back in history is the browser's own business, and is left to it.
 */
import { labelOfUnit, UNIT } from '../../text/unit-label.ts';

const KEY = 'library-reading-positions';
/** Documents remembered; the longest unread go first. */
const MOST_DOCUMENTS = 50;
const SETTLED_MS = 400;
/** As far as this a reader has only looked at the head. */
const SCREENS_READ = 1.5;

/** Path → id of the paragraph, the latest document last. */
function stored(): Map<string, string> {
  try {
    return new Map(JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, string][]);
  } catch {
    return new Map();
  }
}

/** @param id the paragraph, or undefined where there is nothing to return to */
function remember(id: string | undefined): void {
  const positions = stored();
  positions.delete(location.pathname);
  if (id) positions.set(location.pathname, id);
  try {
    localStorage.setItem(KEY, JSON.stringify([...positions].slice(-MOST_DOCUMENTS)));
  } catch {
    // Storage is refused: nothing is remembered.
  }
}

/** The paragraph at the top of the window; undefined near the head, and at the end, of the document. */
function paragraphRead(text: Element): HTMLElement | undefined {
  if (scrollY < innerHeight * SCREENS_READ) return undefined;
  if (text.getBoundingClientRect().bottom < innerHeight) return undefined;
  return [...text.querySelectorAll<HTMLElement>(UNIT)].find(
    (paragraph) => paragraph.getBoundingClientRect().bottom > 0,
  );
}

/** A heading is named by its words, all else by what readers call it: 第7段. */
const placeOf = (unit: HTMLElement): string =>
  /^H\d$/.test(unit.tagName) ? `“${unit.textContent}”` : labelOfUnit(unit) || '这里';

function offer(paragraph: HTMLElement): void {
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

/** Remembers, and offers what was remembered. Does nothing on a page that is not a document. */
export function keepReadingPosition(root: Document): void {
  const text = root.querySelector('[data-flow]');
  if (!text) return;
  const before = root.getElementById(stored().get(location.pathname) ?? '');
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const ledHere = location.hash !== '' || new URLSearchParams(location.search).has('hit');
  if (text.contains(before) && !ledHere && visit?.type === 'navigate') offer(before!);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => remember(paragraphRead(text)?.id), SETTLED_MS);
  };
  addEventListener('scroll', settle, { passive: true });
}
