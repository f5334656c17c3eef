/** Small makers of tree nodes that become HTML elements as they are, in Markdown and MDX alike. */
import type { Properties } from 'hast';
import type { RootContent, Text } from 'mdast';

export type Child = RootContent;

export const textNode = (value: string): Text => ({ type: 'text', value });

/**
 * @param name the HTML element
 * @param properties as in hast: `className`, `dataUnit`, `href`; undefined ones are left out
 */
export function element(
  name: string,
  properties: Properties,
  children: (Child | string)[] = [],
): Child {
  return {
    type: 'element',
    data: { hName: name, hProperties: properties },
    children: children.map((child) => (typeof child === 'string' ? textNode(child) : child)),
  } as unknown as Child;
}

/** The word that says what a line of the margin is. */
export const label = (words: string): Child =>
  element('span', { className: ['label'], dataUnindexed: '' }, [words]);

/** What is on the page but not in the document, and not to be searched as its text. */
export const APPARATUS: Properties = { dataEditorial: '', dataUnindexed: '' };
