/** A received file, whatever it is, to its blocks; what cannot be read is refused in a sentence. Runs in a thread. */
import { parentPort } from 'node:worker_threads';
import { ImportFault, MOST_CHARACTERS } from '../limits.ts';
import type { Received } from '../received.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';

/** What a file is, by its bytes; its name only decides between a text and a page. */
type Format = 'docx' | 'odt' | 'doc' | 'html' | 'pdf' | 'txt' | 'md';
type Sniffed = Format | 'empty' | 'locked' | 'rtf' | 'zip' | 'image' | 'spreadsheet';

const begins = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The names in a zip stand in it as they are, packed or not. */
function insideZip(bytes: Uint8Array): Sniffed {
  const names = ascii(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  const head = ascii(bytes.subarray(0, 400));
  if (names.includes('word/document.xml')) return 'docx';
  if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt';
  if (names.includes('xl/workbook.xml')) return 'spreadsheet';
  return 'zip';
}

/** A locked .docx is an OLE file as a .doc is, with a stream that is called so. */
function insideOle(bytes: Uint8Array): Sniffed {
  const text = ascii(bytes.subarray(0, 4 * 1024 * 1024));
  const named = (name: string): boolean => text.includes([...name].join('\0'));
  if (named('EncryptedPackage')) return 'locked';
  return named('Workbook') && !named('WordDocument') ? 'spreadsheet' : 'doc';
}

/**
 * @param name the file's name
 * @returns its format, or what it is instead
 */
function sniff(bytes: Uint8Array, name: string): Sniffed {
  if (bytes.every((byte) => byte <= 0x20)) return 'empty';
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06))
    return insideZip(bytes);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return insideOle(bytes);
  const head = ascii(bytes.subarray(0, 2048));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    /^(GIF8|BM|II\*|MM\0)/u.test(head)
  )
    return 'image';
  const page =
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|div|p|table)\b/iu;
  if (/\.(?:md|markdown)$/iu.test(name)) return 'md';
  return page.test(head) || /\.(html?|xhtml)$/iu.test(name) ? 'html' : 'txt';
}

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
  txt: /\.(txt|text)$/iu,
  md: /\.(md|markdown)$/iu,
};

/** What the thread is asked, and what it answers. */
export interface ToRead {
  bytes: Uint8Array;
  name: string;
  encoding?: string | undefined;
}
export type ReadAnswer = { received: Received } | { fault: string };

/**
 * @param name the file's name, for its kind; the bytes decide where the two differ
 * @param encoding of a text, where the editor names it
 * @throws ImportFault that says why the file is refused and what to do
 */
async function readFile({ bytes, name, encoding }: ToRead): Promise<Received> {
  const format = sniff(bytes, name);
  const readers: Record<Format, () => Received | Promise<Received>> = {
    docx: () => readDocx(bytes),
    odt: () => readOdt(bytes),
    doc: () => readDoc(bytes),
    html: () => readHtml(bytes, encoding),
    pdf: () => readPdf(bytes),
    txt: () => readText(bytes, encoding),
    md: () => readMarkdown(bytes, encoding),
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

/** Whatever a reader throws is a fault of its file. */
const faultOf = (error: unknown): string =>
  error instanceof ImportFault
    ? error.message
    : '文件的结构不合常规，读不通。请用原来的软件打开并另存（Word、WPS 存为 .docx），再导入。';

parentPort?.on('message', (asked: ToRead) => {
  readFile(asked).then(
    (received) => parentPort!.postMessage({ received } satisfies ReadAnswer),
    (error: unknown) => parentPort!.postMessage({ fault: faultOf(error) } satisfies ReadAnswer),
  );
});
