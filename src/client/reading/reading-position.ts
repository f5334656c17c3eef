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
type Positions = [path: string, id: string][];

function stored(): Positions {
  try {
    const positions: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(positions)
      ? positions.filter((one): one is Positions[number] => Array.isArray(one) && one.length === 2)
      : [];
  } catch {
    return [];
  }
}

/** @param id the paragraph, or undefined where there is nothing to return to */
function remember(id: string | undefined): void {
  const others = stored().filter(([path]) => path !== location.pathname);
  const positions: Positions = id ? [...others, [location.pathname, id]] : others;
  try {
    localStorage.setItem(KEY, JSON.stringify(positions.slice(-MOST_DOCUMENTS)));
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

function offer(text: Element, id: string): void {
  const paragraph = document.getElementById(id);
  if (!paragraph || !text.contains(paragraph)) return;
  const notice = document.createElement('div');
  notice.className = 'update-notice lifted reading-notice';
  notice.setAttribute('role', 'status');
  notice.dataset['editorial'] = '';
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.textContent = '接着读';
  notice.append(`上次读到${placeOf(paragraph)}`, link);
  const close = (): void => notice.remove();
  // Not on the click itself: a link that is gone from the page is not followed.
  addEventListener('hashchange', close);
  addEventListener('scroll', () => scrollY > innerHeight && close(), { passive: true });
  document.body.append(notice);
}

/** Remembers, and offers what was remembered. Does nothing on a page that is not a document. */
export function keepReadingPosition(root: Document): void {
  const text = root.querySelector('[data-flow]');
  if (!text) return;
  const [, id] = stored().find(([path]) => path === location.pathname) ?? [];
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const ledHere = location.hash !== '' || new URLSearchParams(location.search).has('hit');
  if (id && !ledHere && visit?.type === 'navigate') offer(text, id);
  let pause: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(pause);
      pause = setTimeout(() => remember(paragraphRead(text)?.id), SETTLED_MS);
    },
    { passive: true },
  );
}
