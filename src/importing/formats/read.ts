/** A received file, whatever it is, to its blocks; what cannot be read is refused in a sentence. Runs in a thread. */
import { parentPort } from 'node:worker_threads';
import { ImportFault, MOST_CHARACTERS } from '../limits.ts';
import type { Received } from '../received.ts';

/** What the thread is asked, and what it answers. */
export interface ToRead {
  bytes: Uint8Array;
  /** The file's name, for its kind; the bytes decide where the two differ. */
  name: string;
  /** Of a text, where the editor names it. */
  encoding?: string | undefined;
}
export type ReadAnswer = { received: Received } | { fault: string };

type Reader = (bytes: Uint8Array, encoding?: string) => Received | Promise<Received>;
type Format = 'docx' | 'odt' | 'doc' | 'pdf' | 'html' | 'md' | 'txt';
/** The names that files of each format have, and how they are read; a reader is loaded when it is asked for. */
const FORMATS: Record<Format, [name: RegExp, reader: () => Promise<Reader>]> = {
  docx: [/\.docx$/iu, async () => (await import('./docx.ts')).readDocx],
  odt: [/\.odt$/iu, async () => (await import('./odt.ts')).readOdt],
  doc: [/\.(doc|dot)$/iu, async () => (await import('./doc.ts')).readDoc],
  pdf: [/\.pdf$/iu, async () => (await import('./pdf.ts')).readPdf],
  html: [/\.(html?|xhtml)$/iu, async () => (await import('./html.ts')).readHtml],
  md: [/\.(md|markdown)$/iu, async () => (await import('./markdown.ts')).readMarkdown],
  txt: [/\.(txt|text)$/iu, async () => (await import('./text.ts')).readText],
};

const SPREADSHEET = '这是电子表格。请把其中的文字另存为 .docx 后再导入。';

/**
 * What a file is, by its bytes; its name only decides between a text and a page.
 * @throws ImportFault where it is nothing that holds a text
 */
function formatOf(bytes: Uint8Array, name: string): Format {
  const refuse = (why: string): never => {
    throw new ImportFault(why);
  };
  const latin = (from: number, to?: number): string =>
    Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const head = latin(0, 2048);
  const begins = (...starts: string[]): boolean => starts.some((start) => head.startsWith(start));
  if (bytes.every((byte) => byte <= 0x20)) refuse('文件是空的，没有可导入的文字。');
  if (begins('PK\x03\x04', 'PK\x05\x06')) {
    // The names in a zip stand in it as they are, packed or not.
    const names = latin(-65_536);
    if (names.includes('word/document.xml')) return 'docx';
    if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt';
    return refuse(
      names.includes('xl/workbook.xml')
        ? SPREADSHEET
        : '这是压缩包，不是 Word 文档；或者文件已损坏。请解压后导入其中的文件。',
    );
  }
  if (begins('\xd0\xcf\x11\xe0')) {
    // A locked .docx is an OLE file as a .doc is, with a stream that is called so.
    const text = latin(0, 4 * 1024 * 1024);
    const holds = (stream: string): boolean => text.includes([...stream].join('\0'));
    if (holds('EncryptedPackage'))
      refuse('文件有密码保护，打不开。请在 Word 或 WPS 中去掉密码后再导入。');
    return holds('Workbook') && !holds('WordDocument') ? refuse(SPREADSHEET) : 'doc';
  }
  if (head.includes('%PDF-')) return 'pdf';
  if (begins('{\\rtf')) refuse('这是 RTF 文件。请用 Word 或 WPS 打开并另存为 .docx 后再导入。');
  if (begins('\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*', 'MM\0'))
    refuse('这是图像，没有文字。请先用文字识别软件转成文字并核对，再导入。');
  const page =
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|div|p|table)\b/iu;
  if (FORMATS.md[0].test(name)) return 'md';
  return page.test(head) || FORMATS.html[0].test(name) ? 'html' : 'txt';
}

async function readFile({ bytes, name, encoding }: ToRead): Promise<Received> {
  const [names, reader] = FORMATS[formatOf(bytes, name)];
  const read = await reader();
  const received = await read(bytes, encoding);
  if (received.whole.length > MOST_CHARACTERS)
    throw new ImportFault(
      `文件有 ${Math.round(received.whole.length / 10_000)} 万字，超过 200 万字，一页放不下。请按篇章分成几份再导入。`,
    );
  if (!names.test(name))
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

parentPort?.on('message', async (asked: ToRead) => {
  const answer = await readFile(asked).then(
    (received): ReadAnswer => ({ received }),
    (error: unknown): ReadAnswer => ({ fault: faultOf(error) }),
  );
  parentPort!.postMessage(answer);
});
