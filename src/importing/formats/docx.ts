/** Word's .docx: read by mammoth, and a second time as the bare text of its XML. */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { ImportFault } from '../fault.ts';
import type { Received, ReceivedBlock } from '../received.ts';
import { numberer } from './docx-numbering.ts';
import { blocksOfWord, MARK_END, MARK_START, type WordNode } from './docx-blocks.ts';
import { textOfWord } from './docx-text.ts';
import { allIn, childOf, xmlOf, type XmlElement } from './xml.ts';
import { openZip, type Parts } from './zip.ts';

const MAIN = 'word/document.xml';
const escape = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** Writes the numbers that Word makes into the text, marked, so that they are read where they are seen. */
function withNumbers(
  source: string,
  root: XmlElement,
  numberOf: (p: XmlElement) => string,
): string {
  let out = '';
  let from = 0;
  for (const paragraph of allIn(root, 'w:p')) {
    const number = numberOf(paragraph);
    const properties = childOf(paragraph, 'w:pPr');
    const at = properties?.end ?? -1;
    if (!number || at < from) continue;
    const run = `<w:r><w:t xml:space="preserve">${MARK_START}${escape(number)}${MARK_END}</w:t></w:r>`;
    out += source.slice(from, at) + run;
    from = at;
  }
  return out + source.slice(from);
}

/** Heads, feet, comments and struck-out words: in the file, but not of its text. */
function besideText(parts: Parts, root: XmlElement): ReceivedBlock[] {
  const reasons: [RegExp, string][] = [
    [/^word\/header\d*\.xml$/u, '页眉'],
    [/^word\/footer\d*\.xml$/u, '页脚'],
    [/^word\/comments\.xml$/u, '批注'],
  ];
  const dropped = Object.keys(parts)
    .sort()
    .flatMap((name): ReceivedBlock[] => {
      const reason = reasons.find(([pattern]) => pattern.test(name))?.[1];
      const text = reason ? textOfWord(xmlOf(parts[name], name).root).trim() : '';
      return reason && text ? [{ kind: 'dropped', text, reason }] : [];
    });
  const struck = allIn(root, 'w:delText')
    .map((node) => node.text)
    .join('');
  return struck
    ? [...dropped, { kind: 'dropped', text: struck, reason: '修订中已删去的文字' }]
    : dropped;
}

const NOTES = ['word/footnotes.xml', 'word/endnotes.xml'];
const WANTED =
  /^(word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|_rels\/\.rels|\[Content_Types\]\.xml)$/u;

/** @throws ImportFault where the file is broken */
export async function readDocx(bytes: Uint8Array): Promise<Received> {
  const parts = openZip(bytes, (name) => WANTED.test(name));
  const { root, source } = xmlOf(parts[MAIN], MAIN);
  const { numberOf, bullets } = numberer(parts);
  const numbered = withNumbers(source, root, numberOf);
  const safe = zipSync({ ...parts, [MAIN]: new TextEncoder().encode(numbered) }, { level: 0 });
  let document: WordNode | undefined;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(safe) },
      {
        transformDocument: (read: WordNode) => {
          document = read;
          return { ...read, children: [] };
        },
      },
    );
  } catch {
    throw new ImportFault('文件已损坏，读不通。请用 Word 或 WPS 打开并另存后再导入。');
  }
  const { blocks, pictures } = blocksOfWord(document!);
  const beside = besideText(parts, root);
  const notes = NOTES.filter((name) => parts[name]).map((name) =>
    textOfWord(xmlOf(parts[name], name).root),
  );
  const remarks = [
    ...(bullets() ? [`${bullets()} 个项目符号没有写入：它们是图形，不是文字。`] : []),
    ...(pictures ? [`文件中有 ${pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`] : []),
  ];
  return {
    format: 'Word 文档（.docx）',
    blocks: [...blocks, ...beside],
    whole: [textOfWord(root), ...notes, ...beside.map((b) => (b as { text: string }).text)].join(
      '',
    ),
    remarks,
  };
}
