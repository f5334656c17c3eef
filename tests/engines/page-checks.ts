/**
 * What is asked of a page, in the page. Each function needs nothing from around it and no syntax that Chromium 83 lacks, since it
 * is handed to the engine as text.
 */

/** Errors, missing files and broken rules of the policy. Kept by the recorder of `engine-site.ts`. */
export const faultsOfPage = (): string[] =>
  (globalThis as unknown as { faults: string[] }).faults.slice();

/** By how many pixels the page is wider than its window. */
export const sidewaysScroll = (): number =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;

/**
 * Sentences that a reader does not find whole in what is shown.
 * @param sentences without white space
 * @param selector what is read
 * @param bare whether style sheets are taken away first
 */
export function brokenSentences(sentences: string[], selector: string, bare: boolean): string[] {
  if (bare)
    document.querySelectorAll('link[rel~=stylesheet], style').forEach((sheet) => sheet.remove());
  const shown = document.querySelector<HTMLElement>(selector)!.innerText.replace(/\s/g, '');
  return sentences.filter((sentence) => shown.indexOf(sentence) < 0);
}

/** Links of a text that nothing tells from the words around them: no line, no border, no colour of their own. */
export function unseenLinks(selector: string): { seen: number; unseen: string[] } {
  const unseen: string[] = [];
  let seen = 0;
  document.querySelectorAll<HTMLElement>(`${selector} a[href]`).forEach((link) => {
    const style = getComputedStyle(link);
    const around = getComputedStyle(link.parentElement!);
    const isLine = (style.textDecorationLine || style.textDecoration).indexOf('underline') >= 0;
    const isBorder = style.borderBottomStyle !== 'none' && parseFloat(style.borderBottomWidth) > 0;
    const isColour = style.color !== around.color;
    if (isLine || isBorder || isColour || style.backgroundImage !== 'none') seen += 1;
    else unseen.push(link.textContent || link.outerHTML.slice(0, 80));
  });
  return { seen, unseen };
}

/**
 * Pairs of words that lie on one another, by more than a third of a line.
 * @param selector what is looked at
 */
export function overlappingWords(selector: string): string[] {
  interface Box {
    left: number;
    right: number;
    top: number;
    bottom: number;
    words: string;
    block: Element;
  }
  const isUnseen = (element: Element): boolean => {
    if (element.checkVisibility && !element.checkVisibility()) return true;
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const { width, height } = at.getBoundingClientRect();
      if (style.visibility === 'hidden' || style.opacity === '0') return true;
      if (style.overflow === 'hidden' && (width < 3 || height < 3)) return true;
      if (style.clip && style.clip !== 'auto' && style.position === 'absolute') return true;
    }
    return false;
  };
  const blockOf = (element: Element): Element => {
    let at = element;
    while (at.parentElement && getComputedStyle(at).display.indexOf('inline') === 0)
      at = at.parentElement;
    return at;
  };
  const boxes: Box[] = [];
  const walker = document.createTreeWalker(document.querySelector(selector)!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.nodeValue!.trim();
    if (!words || isUnseen(node.parentElement!)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const block = blockOf(node.parentElement!);
    for (const { left, right, top, bottom } of Array.from(range.getClientRects()))
      if (right - left > 1 && bottom - top > 1)
        boxes.push({ left, right, top, bottom, words: words.slice(0, 20), block });
  }
  boxes.sort((a, b) => a.top - b.top);
  const pairs: string[] = [];
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length; next++) {
      const other = boxes[next]!;
      if (other.top >= one.bottom) break;
      if (one.block === other.block) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      const line = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (across > 3 && down > line * 0.35) pairs.push(`${one.words} | ${other.words}`);
    }
  });
  return pairs;
}
