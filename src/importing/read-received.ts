/** Reads a received file in a thread that may be ended: whatever stands in it, it takes no more time or memory than it may. */
import { Worker } from 'node:worker_threads';
import type { ReadAnswer, ToRead } from './formats/read.ts';
import { checkSize, ImportFault, MB, MOST_MEMORY, MOST_SECONDS } from './limits.ts';
import type { Received } from './received.ts';

const TOO_LONG = `读了 ${MOST_SECONDS} 秒还没有读完，不像一份公文，没有再读。请用 Word 或 WPS 打开，简化或分成几份后再导入。`;
const TOO_LARGE = `读这份文件要用 ${MOST_MEMORY / MB} MB 以上的内存，不像一份公文，没有再读。请用 Word 或 WPS 打开，简化或分成几份后再导入。`;
const UNREADABLE = '文件读不通。请用原来的软件打开并另存后再导入。';

/** Kept for the next file; a new one takes the place of one that was ended. */
let thread: Worker | undefined;
/** One file is read after the other. */
let turn: Promise<unknown> = Promise.resolve();

async function ask(question: ToRead): Promise<ReadAnswer> {
  const reader = (thread ??= new Worker(new URL('./formats/read.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / MB },
  }));
  reader.ref();
  const before = process.memoryUsage.rss();
  const timers: NodeJS.Timeout[] = [];
  const answer = await new Promise<ReadAnswer>((resolve) => {
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
