/** Reads a received file in a thread that may be ended: whatever stands in it, it takes no more time or memory than it may. */
import { Worker } from 'node:worker_threads';
import type { ReadAnswer, ToRead } from './formats/read.ts';
import { ImportFault, MB, MOST_BYTES, MOST_MEMORY, MOST_SECONDS } from './limits.ts';
import type { Received } from './received.ts';

const TOO_LONG = `读了 ${MOST_SECONDS} 秒还没有读完，不像一份公文，没有再读。请用 Word 或 WPS 打开，简化或分成几份后再导入。`;
const TOO_LARGE = `读这份文件要用 ${MOST_MEMORY / MB} MB 以上的内存，不像一份公文，没有再读。请用 Word 或 WPS 打开，简化或分成几份后再导入。`;

/** Kept for the next file; a new one takes the place of one that was ended. */
let thread: Worker | null = null;

/** One file after the other. */
let turn: Promise<unknown> = Promise.resolve();

function startThread(): Worker {
  const started = new Worker(new URL('./formats/read.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / MB },
  });
  started.unref();
  return started;
}

function answerOf(reader: Worker, asked: ToRead): Promise<ReadAnswer> {
  const before = process.memoryUsage.rss();
  return new Promise((resolve) => {
    const end = (answer: ReadAnswer): void => {
      clearTimeout(late);
      clearInterval(watch);
      reader.off('message', end).off('error', failed);
      reader.unref();
      resolve(answer);
    };
    const stop = (fault: string): void => {
      if (thread === reader) thread = null;
      void reader.terminate();
      end({ fault });
    };
    const failed = ({ code }: NodeJS.ErrnoException): void =>
      stop(
        code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? TOO_LARGE
          : '文件读不通。请用原来的软件打开并另存后再导入。',
      );
    const late = setTimeout(() => stop(TOO_LONG), MOST_SECONDS * 1000);
    // What is not on its heap, as the bytes of a picture, no limit of the thread holds.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_MEMORY) stop(TOO_LARGE);
    }, 100);
    reader.ref();
    reader.on('message', end).on('error', failed);
    reader.postMessage(asked);
  });
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
  if (bytes.length > MOST_BYTES)
    throw new ImportFault(
      `文件有 ${Math.round(bytes.length / MB)} MB，超过 ${MOST_BYTES / MB} MB，不像一份公文。请分成几份再导入。`,
    );
  const asked = turn.then(() => answerOf((thread ??= startThread()), { bytes, name, encoding }));
  turn = asked;
  const answer = await asked;
  if ('fault' in answer) throw new ImportFault(answer.fault);
  return answer.received;
}
