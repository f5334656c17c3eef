/**
 * The last step of a build: makes a folder of pages an app, and packs the archive where it is small or asked for. The
 * archive holds the site, and the site offers the archive: so the zip is packed first, from a copy whose 离线 page says
 * that it stands inside; then the site's own 离线 page gets the zip's size and checksum, and its service worker the
 * list of the site as it now is.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import {
  bundleServiceWorker,
  isKept,
  listFile,
  listUncompressed,
  SERVICE_WORKER,
  serviceWorkerFiles,
} from '../../client/app/service-worker-files.ts';
import { PARTS_FOLDER, type ListedFile } from '../../client/app/protocol.ts';
import { WEB_MANIFEST, webManifest } from '../../client/app/web-manifest.ts';
import { ARCHIVE_BYTES, withoutCopies } from './copies.ts';
import { digest } from './digest.ts';
import { expectedSize } from './expected-size.ts';
import { filesOf, filesUnder, type Files } from './files.ts';
import { namesOf, whatIsLeftOut } from './left-out-wording.ts';
import { LICENSES, licenseTexts } from './licenses.ts';
import type { LibraryFacts } from './library-facts.ts';
import { forArchive, forSite, forSiteWithout, formatSize } from './offline-page.ts';
import { packArchive, type PackedArchive } from './pack.ts';
import { writeWhole } from './write-whole.ts';

/** Where the site offers the archive, which therefore is neither packed nor kept offline. */
const DOWNLOADS = 'downloads/';
/** A site of at most so many bytes over the wire offers its archive unasked. */
const OFFERED_BYTES = 10_000_000;

const OFFLINE = 'offline.html';
/** Files whose size over the wire is worked out side by side, in Node's threads. */
const AT_ONCE = 16;

export interface FinishInput {
  /** What the archive says of its library. */
  facts: LibraryFacts;
  /** Folder of the built pages; written to. */
  site: string;
  content: string;
  /** The files of the site as the archive holds them, where that is otherwise than on a host. */
  inArchive?: (site: Files) => Files;
  /** Whether the archive was asked for, however large. */
  archive?: boolean;
  /** Bytes that the zip should not pass (`ARCHIVE_BYTES`). */
  most?: number;
  /** Takes how far it is, in a few words. */
  progress?: (figure: string) => void;
  /** Takes a line on what is done. */
  log: (line: string) => void;
  /** Takes a line on what the archive lacks. */
  warn: (line: string) => void;
}

/**
 * Writes the web manifest and the service worker into the site, and the archive with its checksum where there is one.
 * A few files are in memory at a time: a large site is larger than memory should be.
 * @returns path of the zip, if any
 */
export async function finishSite(input: FinishInput): Promise<string | undefined> {
  const { facts, site, log, progress = () => {} } = input;
  writeWhole(join(site, WEB_MANIFEST), webManifest(facts));
  writeWhole(join(site, LICENSES), licenseTexts(join(import.meta.dirname, '../../..')));
  const built = filesUnder(site, '', isOfSite);
  const page = built.get(OFFLINE)?.read();
  if (!page)
    throw new Error(
      `${site} 里没有 ${OFFLINE}，网站无处提供归档下载。请看 src/pages/offline.astro。`,
    );
  const worker = await bundleServiceWorker();

  const kept = [...built].filter(([path]) => isKept(path) && path !== OFFLINE);
  const listed: ListedFile[] = [];
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    const some = kept.slice(from, from + AT_ONCE);
    listed.push(...(await Promise.all(some.map(([path, file]) => listFile(path, file.read())))));
    progress(`${listed.length} / ${kept.length} 个文件`);
  }
  const bytes = listed.reduce((sum, { size }) => sum + size, 0);
  const wire = `${(bytes / 1_000_000).toFixed(1)} MB`;

  const finish = async (offline: string): Promise<void> => {
    const own = await listFile(OFFLINE, Buffer.from(offline));
    writeWhole(join(site, OFFLINE), offline);
    for (const [path, text] of serviceWorkerFiles(worker, [...listed, own]))
      writeWhole(join(site, path), text);
  };
  const offline = new TextDecoder().decode(page);
  if (!input.archive && bytes > OFFERED_BYTES) {
    log(`归档：约 ${wire}，网站不提供下载；npm run archive 可以生成`);
    await finish(forSiteWithout(offline, wire));
    return undefined;
  }

  const { name, edition, zip } = pack(input, built, worker);
  const file = `${name}.zip`;
  const href = DOWNLOADS + file;
  writeWhole(join(site, href), counted(zip, progress));
  const { sha256, size } = await digest(createReadStream(join(site, href)));
  log(`归档：压缩为 ${file}，${size} 字节`);
  const offer = { name: file, href, size: formatSize(size), sha256, edition, wire };
  await finish(forSite(offline, offer));
  writeWhole(join(site, `${href}.sha256`), `${sha256}  ${file}\n`);
  log(`归档：网站提供下载 ${href}，SHA-256 ${sha256}`);
  return join(site, href);
}

/** The same pieces, told as they are packed. */
function* counted(
  pieces: Iterable<Uint8Array>,
  progress: (figure: string) => void,
): Generator<Uint8Array> {
  let bytes = 0;
  for (const piece of pieces) {
    bytes += piece.length;
    progress(`zip ${(bytes / 1_000_000).toFixed(1)} MB`);
    yield piece;
  }
}

/** The archive of a built site, which holds it with an 离线 page and a service worker of its own. */
function pack(input: FinishInput, built: Files, worker: string): PackedArchive {
  const { facts, content, inArchive = (files: Files) => files, log, warn } = input;
  const most = (input.most ?? ARCHIVE_BYTES) - expectedSources(content);
  const { site, leftOut } = withoutCopies(inArchive(built), most);
  if (leftOut.length) warn(`归档：以 100 MB 为限，没有收入${namesOf(leftOut)}`);
  const inside = new Map(site);
  const words = (html: string) => forArchive(html, wireOf(built), whatIsLeftOut(leftOut));
  inside.set(OFFLINE, inside.get(OFFLINE)!.rewritten(words));
  const listed = [...inside]
    .filter(([path]) => isKept(path))
    .map(([path, file]) => listUncompressed(path, file));
  const app = filesOf(serviceWorkerFiles(worker, listed));
  return packArchive({
    facts,
    site: new Map([...inside, ...app]),
    content,
    leftOut,
    log,
    warn,
  });
}

/** What this step itself writes is made anew. */
function isOfSite(path: string): boolean {
  return !path.startsWith(DOWNLOADS) && !path.startsWith(PARTS_FOLDER) && path !== SERVICE_WORKER;
}

/** The archive tells sizes uncompressed: compressed ones would differ from one version of zlib to another. */
function wireOf(files: Files): string {
  let bytes = 0;
  for (const [path, { size }] of files) if (isKept(path)) bytes += size;
  return `${(bytes / 1_000_000).toFixed(1)} MB（未压缩）`;
}

/** What the sources and the received files will take of the zip. */
function expectedSources(content: string): number {
  return [...filesUnder(content)].reduce(
    (sum, [path, { size }]) => sum + expectedSize(path, size),
    0,
  );
}
