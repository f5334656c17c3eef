/** What stopped a build, and what to do about it, for whoever runs it. */
import { ContentError } from '../content/print-problems.ts';

const MORE_MEMORY =
  '内存不够，没有建成。请给 Node 更多内存再建，例如（单位 MB）：NODE_OPTIONS=--max-old-space-size=8192 npm run build。' +
  '机器本身内存不够的，请关掉别的程序，或者把文库分成几部分。';
const MORE_DISK = '磁盘已满，没有建成。请腾出空间（约为网站的两倍）再建。';

/** Where Node begins its own report of memory that ran out; none of it helps an author. */
const LAST_WORDS = /<--- Last few GCs --->|FATAL ERROR:[^\n]*(?:heap|memory)/u;
const OUT_OF_MEMORY = /heap out of memory|ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed/u;

/** An author needs the list of faults; a stack is for whoever mends the software. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === ContentError.name) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return `${error.message}\n${MORE_DISK}`;
  if (OUT_OF_MEMORY.test(`${code} ${error.message}`)) return MORE_MEMORY;
  return error.stack ?? error.message;
}

/**
 * @param said what the build wrote to standard error
 * @returns what an author can use of it, up to where Node reports on its own memory
 */
export function stripCrashReport(said: string): string {
  const at = said.search(LAST_WORDS);
  return at < 0 ? said : said.slice(0, at).trimEnd();
}

/**
 * @param code exit status of the build, or null
 * @param signal what ended it, or null
 * @param said what it wrote to standard error
 * @returns a sentence to add; empty where the build has said itself what was wrong
 */
export function describeExit(code: number | null, signal: string | null, said: string): string {
  if (OUT_OF_MEMORY.test(said) || signal === 'SIGABRT' || code === 134) return MORE_MEMORY;
  // The system ends a program so when all memory is gone; a person may have done it too.
  if (signal === 'SIGKILL' || code === 137)
    return `建站的程序被系统终止，多半是内存用尽。${MORE_MEMORY}`;
  return '';
}
