/**
 * A received file, whatever it is, to its blocks; what cannot be read is refused in a sentence. It is read in a thread that may
 * be ended: whatever stands in it, it takes no more time or memory than it may.
 */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import {
  checkSize,
  ImportFault,
  MB,
  MOST_CHARACTERS,
  MOST_MEMORY,
  MOST_SECONDS,
} from '../limits.ts';
import type { Received } from '../received.ts';

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

interface Question {
  bytes: Uint8Array;
  name: string;
  encoding?: string | undefined;
}
type Answer = { received: Received } | { fault: string };

async function readFile({ bytes, name, encoding }: Question): Promise<Received> {
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

/** How a thread knows that it is one that reads. */
const READER = 'importing/reader';
if (workerData === READER)
  parentPort!.on('message', async (question: Question) => {
    const answer = await readFile(question).then(
      (received): Answer => ({ received }),
      (error: unknown): Answer => ({ fault: faultOf(error) }),
    );
    parentPort!.postMessage(answer);
  });

const TOO_LONG = `读了 ${MOST_SECONDS} 秒还没有读完，不像一份公文，没有再读。请用 Word 或 WPS 打开，简化或分成几份后再导入。`;
const TOO_LARGE = `读这份文件要用 ${MOST_MEMORY / MB} MB 以上的内存，不像一份公文，没有再读。请用 Word 或 WPS 打开，简化或分成几份后再导入。`;
const UNREADABLE = '文件读不通。请用原来的软件打开并另存后再导入。';

/** Kept for the next file; a new one takes the place of one that was ended. */
let thread: Worker | undefined;
/** One file is read after the other. */
let turn: Promise<unknown> = Promise.resolve();

async function ask(question: Question): Promise<Answer> {
  const reader = (thread ??= new Worker(new URL(import.meta.url), {
    workerData: READER,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / MB },
  }));
  reader.ref();
  const before = process.memoryUsage.rss();
  const timers: NodeJS.Timeout[] = [];
  const answer = await new Promise<Answer>((resolve) => {
    const end = (fault: string): void => {
      thread = undefined;
      void reader.terminate();
      resolve({ fault });
    };
    timers.push(
      setTimeout(() => end(TOO_LONG), MOST_SECONDS * 1000),
      // What is not on its heap, as the bytes of a picture, no limit of the thread holds.
      setInterval(() => {
        if (process.memoryUsage.rss() - before > MOST_MEMORY) end(TOO_LARGE);
      }, 100),
    );
    reader.on('message', resolve).on('error', ({ code }: NodeJS.ErrnoException) => {
      end(code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : UNREADABLE);
    });
    reader.postMessage(question);
  });
  timers.forEach(clearTimeout);
  reader.removeAllListeners('message').removeAllListeners('error').unref();
  return answer;
}

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
  checkSize(bytes.length);
  const asked = turn.then(() => ask({ bytes, name, encoding }));
  turn = asked;
  const answer = await asked;
  if ('fault' in answer) throw new ImportFault(answer.fault);
  return answer.received;
}
