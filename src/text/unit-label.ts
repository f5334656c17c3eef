/** What readers call a unit of a page: it states it, but for `p3`, which is 第3段. */

/** @returns what the id of a paragraph tells; empty where it tells nothing */
export const labelById = (id: string): string => (/^p\d+$/u.test(id) ? `第${id.slice(1)}段` : '');

/** The units of a page: what states what it is called, and the paragraphs of a document. */
export const UNIT = '[data-unit], [data-flow] p[id]';

/** @returns what a unit of a page is called */
export const labelOfUnit = (unit: Element): string =>
  unit.getAttribute('data-unit') || labelById(unit.id);
