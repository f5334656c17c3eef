/** Words and elements of XML, and of HTML written as XML. */
import { escapeText } from '../views/rendering/html.ts';

/** What XML 1.0 cannot hold, not even escaped: control characters, halves of characters, two that are none. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** Words as they stand between tags, or in an attribute. */
export const xmlText = (words: string): string =>
  escapeText(words.toWellFormed().replace(FORBIDDEN, ''));

/** An attribute's value; undefined for one that is left out. */
export type XmlAttributes = Record<string, string | undefined>;

const startOf = (name: string, attributes: XmlAttributes): string =>
  Object.entries(attributes).reduce(
    (tag, [key, value]) => (value === undefined ? tag : `${tag} ${key}="${xmlText(value)}"`),
    `<${name}`,
  );

/**
 * @param attributes in the order in which they are written
 * @param children XML; an element without any is written `<name/>`
 */
export const xml = (name: string, attributes: XmlAttributes, children = ''): string =>
  children
    ? `${startOf(name, attributes)}>${children}</${name}>`
    : `${startOf(name, attributes)}/>`;

/** The first line of an XML file. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
