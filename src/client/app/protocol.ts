/** What the pages, the service worker and the build say to one another. */

/**
 * One version of the site, as its service worker knows it. What is not of the shell is listed in files of their own, so that a
 * library of thousands costs a visitor the lists of what is read.
 */
export interface Edition {
  /** Hash of the worker and of its lists: names the version. */
  version: string;
  /** The shell and the lists, by their address from the site's root, encoded. */
  files: Record<string, ListedFile>;
  /** How many lists there are. */
  lists: number;
  /** How many files may be kept, lists not counted, and their size. */
  count: number;
  bytes: number;
}

/** What every page needs, and the pages shown without a network. Kept from the first visit. */
export const SHELL =
  /^(_astro\/|assets\/|icons\/|manifest\.webmanifest$|(index|404|offline)\.html$)/;

/** Addresses of the lists, each a JSON of files as `Edition.files` has them. */
export const listPath = (number: number): string => `app/files-${number}.json`;

/** @returns the list in which a file that is not of the shell stands */
export function listOf(path: string, lists: number): string {
  let sum = 0;
  for (let at = 0; at < path.length; at++) sum = (sum * 31 + path.charCodeAt(at)) % 65_521;
  return listPath(sum % lists);
}

export interface ListedFile {
  /** In bytes, as the device keeps it. */
  size: number;
  /** In hexadecimal: a file that arrives otherwise is of another version, and not kept. */
  sha256: string;
}

/** So much is fetched without being asked: a whole library that is no larger, or what a new version changed. */
export const UNASKED_BYTES = 10_000_000;

/** What the reader has chosen for the whole library on this device. */
export type Choice = 'keep' | 'stop' | 'remove';

/** How much of the library this device keeps. */
export interface KeepStatus {
  choice: Choice | undefined;
  whole: boolean;
  /** Of the whole library. */
  bytes: number;
  keptBytes: number;
  /** Why the last step came to nothing: no network, another version on the host, no room. */
  fault?: 'network' | 'changed' | 'full';
}

/**
 * What a page says to its worker: to take the place of the version before; or a choice, or `more`, which keeps some further
 * files while the choice is to keep. All but the first are answered with a `KeepStatus`.
 */
export type Message = 'take-over' | 'more' | Choice;

/** A step takes seconds; a worker that says nothing for so long is gone. */
const SILENCE_MS = 60_000;

/** @returns what the worker says. Throws when none serves this page, or it stays silent. */
export function ask(message: Message): Promise<KeepStatus> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(() => reject(new Error('no answer')), SILENCE_MS);
    port1.onmessage = ({ data }) => resolve(data as KeepStatus);
    navigator.serviceWorker.controller!.postMessage(message, [port2]);
  });
}

/** Keeps on until all is kept, a step comes to nothing, or the choice is another; tells how it stands after each step. */
export async function keepOn(told: (status: KeepStatus) => void): Promise<void> {
  for (;;) {
    const status = await ask('more');
    told(status);
    if (status.whole || status.fault || status.choice !== 'keep') return;
  }
}

/**
 * Whoever opens the site at a loopback address looks at what was just built: nothing is kept there. A name under
 * `.localhost`, such as `library.localhost`, is the same machine, and there the app can be tried.
 */
export function isPreview(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
