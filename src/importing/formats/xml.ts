/** XML as a tree of elements, and the zip of such files that a .docx or .odt is: opened within limits. */
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { fromBufferPromise } from 'yauzl';
import { ImportFault, MOST_DEPTH, MOST_UNPACKED, MOST_XML, MOST_ZIP_FILES } from '../limits.ts';

export { XmlElement, XmlText };

export type Attributes = Record<string, string>;
/** Files of a zip by their names. */
export type Parts = Record<string, Uint8Array>;

const BROKEN = '请用 Word 或 WPS 打开并另存后再导入。';

/**
 * @param wanted which files to unpack
 * @throws ImportFault where the zip is broken, or unpacks to more than a document can be: told by its directory,
 *   before anything is unpacked, and held while it is
 */
export async function openZip(bytes: Uint8Array, wanted: RegExp): Promise<Parts> {
  const bomb = new ImportFault('压缩包展开后大得不像一份文件（疑为压缩炸弹），没有打开。');
  const parts: Parts = {};
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    if (zip.entryCount > MOST_ZIP_FILES) throw bomb;
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (!wanted.test(entry.fileName)) continue;
      total += entry.uncompressedSize;
      if (total > MOST_UNPACKED || entry.uncompressedSize > MOST_XML) throw bomb;
      const content = await buffer(await zip.openReadStreamPromise(entry));
      if (crc32(content) !== entry.crc32) throw new Error('wrong sum');
      parts[entry.fileName] = content;
    }
    return parts;
  } catch (error) {
    if (error === bomb) throw error;
    throw new ImportFault(`文件已损坏，打不开。${BROKEN}`);
  }
}

/** Whether angle brackets open deeper than a document's elements do: asked before a parser goes down with them. */
function tooDeep(source: string): boolean {
  let depth = 0;
  for (const [tag] of source.matchAll(/<\/?[\p{L}_][^<>]*>/gu)) {
    if (tag[1] === '/') depth--;
    else if (!tag.endsWith('/>')) depth++;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

/**
 * XML as a tree, by a parser that follows the standard and knows no outside entities.
 * @throws ImportFault where the file is missing, is not well-formed, or nests too deep
 */
export function xmlOf(bytes: Uint8Array | undefined, name: string): XmlElement {
  if (!bytes) throw new ImportFault(`文件不完整：其中缺少 ${name}。${BROKEN}`);
  const source = new TextDecoder().decode(bytes).replace(/^\ufeff/u, '');
  if (tooDeep(source))
    throw new ImportFault(
      `文件的结构套了 ${MOST_DEPTH} 层以上，不像一份公文，没有读。请用 Word 或 WPS 打开，简化后另存再导入。`,
    );
  try {
    const { root } = parseXml(source);
    if (root) return root;
  } catch {
    // Told below.
  }
  throw new ImportFault(`文件已损坏：其中的 ${name} 读不通。${BROKEN}`);
}

export const elementsIn = (node: XmlElement): XmlElement[] =>
  node.children.filter((child): child is XmlElement => child instanceof XmlElement);

/** @returns the element that a path of names leads to, the first of each name */
export const childOf = (node: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(
    (at, name) => at && elementsIn(at).find((child) => child.name === name),
    node,
  );

/** @returns the elements below that match, in order, and none in them */
export const topmost = (node: XmlElement, matches: (node: XmlElement) => boolean): XmlElement[] =>
  elementsIn(node).flatMap((child) => (matches(child) ? [child] : topmost(child, matches)));

/** @returns every element below that is of one of these names, or of any where none is given, in order */
export const allIn = (node: XmlElement, ...names: string[]): XmlElement[] =>
  elementsIn(node).flatMap((child) => {
    const below = allIn(child, ...names);
    return names.length === 0 || names.includes(child.name) ? [child, ...below] : below;
  });
