/** XML as a tree, by a parser that follows the standard and knows no outside entities. */
import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import { ImportFault } from '../fault.ts';

export { XmlElement, XmlText, type XmlNode };

/**
 * @returns the root element; nodes know their offsets in the text
 * @throws ImportFault where it is not well-formed
 */
export function xmlOf(
  bytes: Uint8Array | undefined,
  name: string,
): { root: XmlElement; source: string } {
  if (!bytes) throw new ImportFault(`文件不完整：其中缺少 ${name}。`);
  const source = new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n');
  try {
    const { root } = parseXml(source, { includeOffsets: true });
    if (!root) throw new Error('no root');
    return { root, source };
  } catch {
    throw new ImportFault(
      `文件已损坏：其中的 ${name} 读不通。请用 Word 或 WPS 打开并另存后再导入。`,
    );
  }
}

export const elementsIn = (node: XmlElement): XmlElement[] =>
  node.children.filter((child): child is XmlElement => child instanceof XmlElement);

/** @returns the first child of that name */
export const childOf = (node: XmlElement | undefined, name: string): XmlElement | undefined =>
  node && elementsIn(node).find((child) => child.name === name);

/** @returns every element of that name below, in order */
export function allIn(node: XmlElement, name: string): XmlElement[] {
  return elementsIn(node).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allIn(child, name),
  ]);
}
