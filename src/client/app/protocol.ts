/** What the pages, the service worker and the build say to one another. */

/** A file that the service worker may keep. */
export interface ListedFile {
  /** From the site's root, encoded: `policies/x.html`. */
  url: string;
  /** `sha256-…`: a file that arrives otherwise is of another version, and not kept. */
  integrity: string;
  /** Bytes over the wire. */
  size: number;
}

/** One version of the site, as its service worker knows it. The list of all files is in parts, loaded when needed. */
export interface Edition {
  /** Hash of the worker and of everything below: names the version. */
  build: string;
  /** What every page needs, and the pages shown without a network. Kept from the first visit. */
  shell: ListedFile[];
  /** `sha256-…` of `offline-files/0.json` and so on: each a `ListedFile[]`. */
  parts: string[];
  files: number;
  /** Of all files, over the wire. */
  bytes: number;
  /** Small enough to be kept whole without being asked. */
  byItself: boolean;
}

export const PARTS_FOLDER = 'offline-files/';

/** In which part of the list a file is: FNV-1a of its address, so that build and worker agree. */
export function partOf(url: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < url.length; at++)
    hash = Math.imul(hash ^ url.charCodeAt(at), 0x01000193) >>> 0;
  return hash % parts;
}

/** What the reader has chosen for this device. */
export type Choice = 'undecided' | 'keep' | 'stopped' | 'removed';

/** How much of the library this device keeps. */
export interface KeepStatus {
  choice: Choice;
  whole: boolean;
  /** Of the whole library. */
  files: number;
  bytes: number;
  keptFiles: number;
  keptBytes: number;
  /** Why the last step came to nothing: no network, another version on the host, no room. */
  fault?: 'network' | 'changed' | 'full';
}

export type Message =
  /** The reader wants the waiting version now. */
  | { type: 'take-over' }
  /** A page that was loaded without the service worker asks to be served by it: with these files it was built. */
  | { type: 'adopt'; page: string; files: string[] }
  /** Answered with a `KeepStatus`; `keep-more` keeps some further files first, as long as the choice is to keep. */
  | {
      type:
        'keep-choice' | 'keep-status' | 'keep-start' | 'keep-more' | 'keep-stop' | 'keep-remove';
    };

/**
 * Whoever opens the site at a loopback address looks at what was just built: nothing is kept there. A name under
 * `.localhost`, such as `library.localhost`, is the same machine, and there the app can be tried.
 */
export function isPreview(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
