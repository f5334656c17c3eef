/** What the pages, the service worker and the build say to one another. */

/** A file that the service worker keeps, in Workbox's words. */
export interface PrecacheEntry {
  /** Relative to the service worker. */
  url: string;
  revision: string;
  /** `sha256-…`: a file that arrives otherwise is refused. */
  integrity: string;
}

export interface Precache {
  /** Hash of the worker and of everything below: names the version. */
  build: string;
  files: PrecacheEntry[];
}

export type Message =
  /** The reader wants the waiting version now. */
  | { type: 'take-over' }
  /** A page that was loaded without the service worker asks to be served by it: with these files it was built. */
  | { type: 'adopt'; files: string[] };
