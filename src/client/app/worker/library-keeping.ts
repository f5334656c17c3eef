/** Keeps the whole library step by step, as the page 离线 asks for it, and says how far it is. */
import type { Choice, KeepStatus, ListedFile, Message } from '../protocol.ts';
import { readChoice, writeChoice } from './choice.ts';
import { CACHE, edition } from './edition.ts';
import { forgetFiles, isFullyCached, keepFiles, missingFiles } from './keep.ts';

/** A step is so many files: short enough to be stopped, long enough to be quick. */
const STEP = 24;

/** What the reader chooses by a message. */
const CHOICES: Partial<Record<Message['type'], Choice>> = {
  'keep-start': 'keep',
  'keep-stop': 'stopped',
  'keep-remove': 'removed',
};

let last: Promise<unknown> = Promise.resolve();

/** What changes what is kept goes one after the other, in the order in which pages ask: a stop is not overtaken by a step. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/** @returns how it stands after doing what the message asks */
export async function answerKeeping(type: Message['type']): Promise<KeepStatus> {
  if (type === 'keep-more') return inTurn(takeStep);
  const choice = CHOICES[type];
  if (choice) return inTurn(() => choose(choice));
  return type === 'keep-choice' ? rough() : status();
}

async function choose(choice: Choice): Promise<KeepStatus> {
  await writeChoice(choice);
  if (choice === 'removed') await forgetFiles(edition.shell);
  return status();
}

/** A page that has not yet heard of a stop may still ask for a step: it is told, and nothing is kept. */
async function takeStep(): Promise<KeepStatus> {
  if ((await readChoice()) !== 'keep') return status();
  try {
    await keepFiles((await missingFiles()).slice(0, STEP));
    return await status();
  } catch (error) {
    return { ...(await rough()), fault: faultOf(error) };
  }
}

/** A checksum that fails and a host that is away are the same to `fetch`: only the network tells them apart. */
function faultOf(error: unknown): KeepStatus['fault'] {
  if ((error as Error).name === 'QuotaExceededError') return 'full';
  return navigator.onLine ? 'changed' : 'network';
}

async function status(): Promise<KeepStatus> {
  const now = await rough();
  if (now.whole || !['keep', 'stopped'].includes(now.choice)) return now;
  const missing = await missingFiles().catch((): ListedFile[] | undefined => undefined);
  if (!missing) return { ...now, fault: 'network' };
  const bytes = missing.reduce((sum, { size }) => sum + size, 0);
  return {
    ...now,
    whole: missing.length === 0,
    keptFiles: edition.files - missing.length,
    keptBytes: edition.bytes - bytes,
  };
}

/** Without the list of files: how many pages there are is enough where nothing is on its way. */
async function rough(): Promise<KeepStatus> {
  const { files, bytes } = edition;
  const [choice, whole] = await Promise.all([readChoice(), isFullyCached()]);
  const keys = await (await caches.open(CACHE)).keys();
  const pages = keys.filter(({ url }) => url.endsWith('.html')).length;
  return {
    choice,
    whole,
    files,
    bytes,
    keptFiles: whole ? files : pages,
    keptBytes: whole ? bytes : 0,
  };
}
