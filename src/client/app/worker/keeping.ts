/** What of the library is kept: at an installation, over from the last version, and step by step as the page 离线 asks. */
/// <reference lib="webworker" />
import type { Choice, KeepStatus, ListedFile, Message } from '../protocol.ts';
import {
  allFiles,
  cacheNames,
  edition,
  fileAt,
  forgetFiles,
  forgetVersion,
  isFullyCached,
  keepFiles,
  keptPaths,
  missingFiles,
  scope,
} from './kept-files.ts';

declare const self: ServiceWorkerGlobalScope;

/** What the reader has chosen for this device outlives the versions of the site. */
const CHOICE = `choice ${scope}`;
/** A new version may fetch so much of what the reader kept of the old one, unasked. */
const UNASKED_BYTES = 3_000_000;
/** A step is so many files: short enough to be stopped, long enough to be quick. */
const STEP = 24;

/** What the reader chooses by a message. */
const CHOICES: Partial<Record<Message['type'], Choice>> = {
  'keep-start': 'keep',
  'keep-stop': 'stopped',
  'keep-remove': 'removed',
};

async function readChoice(): Promise<Choice> {
  const stored = await caches.match(scope, { cacheName: CHOICE });
  return stored ? ((await stored.text()) as Choice) : 'undecided';
}

async function writeChoice(choice: Choice): Promise<void> {
  await (await caches.open(CHOICE)).put(scope, new Response(choice));
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Fills the cache of this version, or leaves nothing of it. */
export async function install(): Promise<void> {
  try {
    await keepFiles(edition.shell);
    if (edition.byItself && !savesData() && (await readChoice()) !== 'removed') {
      await keepFiles(await allFiles());
      await missingFiles();
    } else await carryOver();
  } catch (error) {
    await forgetVersion();
    throw error;
  }
}

/** What was kept of another version is kept of this one too: copied where it did not change, fetched where it did. */
async function carryOver(): Promise<void> {
  const before = await keptPaths(await cacheNames({ others: true }));
  const listed = await Promise.all([...before].map((path) => fileAt(path)));
  const kept = listed.filter((file) => file !== undefined);
  if (kept.length === 0) return;
  await keepFiles(kept, false);
  const here = await keptPaths();
  const changed = kept.filter(({ url }) => !here.has(url));
  const bytes = changed.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= UNASKED_BYTES && !savesData()) await keepFiles(changed);
  if (kept.length === edition.files) await missingFiles();
}

/**
 * Other versions' caches go, for their pages load anew as this one takes over; one that is coming in keeps its own. A
 * library that was whole and no longer is waits to be asked for the rest.
 */
export async function takeOver(): Promise<void> {
  if ((await readChoice()) === 'keep' && !(await isFullyCached())) await writeChoice('stopped');
  if (self.registration.installing || self.registration.waiting) return;
  const names = await cacheNames({ others: true });
  await Promise.all(names.map((name) => caches.delete(name)));
}

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
  return type === 'keep-choice' ? roughStatus() : status();
}

async function choose(choice: Choice): Promise<KeepStatus> {
  await writeChoice(choice);
  if (choice === 'removed') await forgetFiles();
  return status();
}

/** A page that has not yet heard of a stop may still ask for a step: it is told, and nothing is kept. */
async function takeStep(): Promise<KeepStatus> {
  if ((await readChoice()) !== 'keep') return status();
  try {
    await keepFiles((await missingFiles()).slice(0, STEP));
    return await status();
  } catch (error) {
    return { ...(await roughStatus()), fault: faultOf(error) };
  }
}

/** A checksum that fails and a host that is away are the same to `fetch`: only the network tells them apart. */
function faultOf(error: unknown): KeepStatus['fault'] {
  if ((error as Error).name === 'QuotaExceededError') return 'full';
  return navigator.onLine ? 'changed' : 'network';
}

async function status(): Promise<KeepStatus> {
  const now = await roughStatus();
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
async function roughStatus(): Promise<KeepStatus> {
  const { files, bytes } = edition;
  const [choice, whole] = await Promise.all([readChoice(), isFullyCached()]);
  const pages = [...(await keptPaths())].filter((path) => path.endsWith('.html')).length;
  return {
    choice,
    whole,
    files,
    bytes,
    keptFiles: whole ? files : pages,
    keptBytes: whole ? bytes : 0,
  };
}
