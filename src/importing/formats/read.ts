/** A received file, whatever it is, to its blocks; what cannot be read is refused in a sentence. */
import { ImportFault } from '../fault.ts';
import type { Received } from '../received.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { sniff, type Format, type Sniffed } from './sniff.ts';
import { readText } from './text.ts';

/** Larger than any official document; a text of this size would make a page that no browser shows well. */
export const MOST_BYTES = 50 * 1024 * 1024;
const MOST_CHARACTERS = 2_000_000;

const REFUSED: Record<Exclude<Sniffed, Format>, string> = {
  empty: '文件是空的，没有可导入的文字。',
  locked: '文件有密码保护，打不开。请在 Word 或 WPS 中去掉密码后再导入。',
  rtf: '这是 RTF 文件。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
  zip: '这是压缩包，不是 Word 文档；或者文件已损坏。请解压后导入其中的文件。',
  image: '这是图像，没有文字。请先用文字识别软件转成文字并核对，再导入。',
  spreadsheet: '这是电子表格。请把其中的文字另存为 .docx 后再导入。',
};

const EXTENSIONS: Record<Format, RegExp> = {
  docx: /\.docx$/iu,
  odt: /\.odt$/iu,
  doc: /\.(doc|dot)$/iu,
  html: /\.(html?|xhtml)$/iu,
  pdf: /\.pdf$/iu,
  txt: /\.(txt|text|md)$/iu,
};

/**
 * @param name the file's name, for its kind; the bytes decide where the two differ
 * @param encoding of a text, where the editor names it
 * @throws ImportFault that says why the file is refused and what to do
 */
export async function readReceived(
  bytes: Uint8Array,
  name: string,
  encoding?: string,
): Promise<Received> {
  if (bytes.length > MOST_BYTES)
    throw new ImportFault(
      `文件有 ${Math.round(bytes.length / 1024 / 1024)} MB，超过 50 MB，不像一份公文。请分成几份再导入。`,
    );
  const format = sniff(bytes, name);
  const readers: Record<Format, () => Received | Promise<Received>> = {
    docx: () => readDocx(bytes),
    odt: () => readOdt(bytes),
    doc: () => readDoc(bytes),
    html: () => readHtml(bytes, encoding),
    pdf: () => readPdf(bytes),
    txt: () => readText(bytes, encoding),
  };
  if (!(format in readers)) throw new ImportFault(REFUSED[format as keyof typeof REFUSED]);
  const received = await readers[format as Format]();
  if (received.whole.length > MOST_CHARACTERS)
    throw new ImportFault(
      `文件有 ${Math.round(received.whole.length / 10_000)} 万字，超过 200 万字，一页放不下。请按篇章分成几份再导入。`,
    );
  if (!EXTENSIONS[format as Format].test(name))
    received.remarks.unshift(`文件名不像 ${received.format}，但内容是：已照内容读取。`);
  if (!received.blocks.some((block) => block.kind !== 'dropped'))
    throw new ImportFault('文件中没有可导入的正文文字。');
  return received;
}
