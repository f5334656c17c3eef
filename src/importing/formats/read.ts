/** A received file, whatever it is, to its blocks; what cannot be read is refused in a sentence. Runs in a thread. */
import { parentPort } from 'node:worker_threads';
import { ImportFault } from '../fault.ts';
import { MOST_CHARACTERS } from '../limits.ts';
import type { Received } from '../received.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { sniff, type Format, type Sniffed } from './sniff.ts';
import { readText } from './text.ts';

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
