/** XML files, built as trees and written by xast-util-to-xml. */
import type { Element, Root, Text } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** What XML 1.0 cannot hold, not even escaped: control characters, halves of characters, two that are none. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

const allowed = (words: string): string => words.toWellFormed().replace(FORBIDDEN, '');

const text = (words: string): Text => ({ type: 'text', value: allowed(words) });

export type XmlChild = Element | Text | string;

/**
 * An element. Characters that XML cannot hold are left out of its words and attributes.
 * @param attributes in the order in which they are written; those that are undefined are left out
 */
export function x(
  name: string,
  attributes: Record<string, string | undefined> = {},
  ...children: (XmlChild | readonly XmlChild[])[]
): Element {
  const element: Element = { type: 'element', name, attributes: {}, children: [] };
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.attributes[key] = allowed(value);
  for (const child of children.flat())
    element.children.push(typeof child === 'string' ? text(child) : child);
  return element;
}

/** Each on a line of its own, whether they were on lines before or not. */
export function onLines(children: readonly XmlChild[]): XmlChild[] {
  const own = children.filter((child) => child !== '\n');
  return own.length === 0 ? [] : ['\n', ...own.flatMap((child) => [child, '\n'])];
}

/**
 * @param doctype for a file that wants one: `html`
 * @returns the text of a file with this element at its root
 */
export function xmlFile(element: Element, doctype?: string): string {
  const root: Root = {
    type: 'root',
    children: doctype ? [{ type: 'doctype', name: doctype }, element] : [element],
  };
  const written = toXml(root, { closeEmptyElements: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`;
}
