/**
 * The last step of a build: makes a folder of pages an app, and packs the archive where it is small or asked for. The
 * archive holds the site, and the site offers the archive: so the zip is packed first, from a copy whose 离线 page says
 * that it stands inside; then the site's own 离线 page gets the zip's size and checksum, and its service worker the
 * list of the site as it now is.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleServiceWorker, serviceWorkerFiles } from '../app/build-service-worker.ts';
import { SERVICE_WORKER } from '../app/build-service-worker.ts';
import { isKept, listFile } from '../app/list-files.ts';
import { PARTS_FOLDER, type ListedFile } from '../app/protocol.ts';
import { WEB_MANIFEST, webManifest } from '../app/web-manifest.ts';
import { ARCHIVE_BYTES, withoutCopies } from './copies.ts';
import { expectedSize } from './expected-size.ts';
import { listFiles, readFiles, type Files } from './files.ts';
import { namesOf, whatIsLeftOut } from './left-out-wording.ts';
import { LICENSES, licenseTexts } from './licenses.ts';
import type { LibraryFacts } from './library-facts.ts';
import { sha256 } from './manifest.ts';
import { forArchive, forSite, forSiteWithout, formatSize } from './offline-page.ts';
import { packArchive } from './pack.ts';
import { writeWhole } from './write-whole.ts';

/** Where the site offers the archive, which therefore is neither packed nor kept offline. */
const DOWNLOADS = 'downloads/';
/** A site of at most so many bytes over the wire offers its archive unasked. */
const OFFERED_BYTES = 10_000_000;

const OFFLINE = 'offline.html';

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
  log: (line: string) => void;
}

/**
 * Writes the web manifest and the service worker into the site, and the archive with its checksum where there is one.
 * @returns path of the zip, if any
 */
export async function finishSite(input: FinishInput): Promise<string | undefined> {
  const { facts, site, content, inArchive = (files: Files) => files, log } = input;
  writeWhole(join(site, WEB_MANIFEST), webManifest(facts));
  writeWhole(join(site, LICENSES), licenseTexts(join(import.meta.dirname, '../..')));
  const paths = listFiles(site).filter(isOfSite);
  if (!paths.includes(OFFLINE))
    throw new Error(
      `${site} 里没有 ${OFFLINE}，网站无处提供归档下载。请看 src/pages/offline.astro。`,
    );
  const page = readFileSync(join(site, OFFLINE), 'utf8');
  const worker = await bundleServiceWorker();

  // One file in memory at a time: a large site is larger than memory should be.
  const listed: ListedFile[] = [];
  for (const path of paths.filter((path) => isKept(path) && path !== OFFLINE))
    listed.push(await listFile(path, readFileSync(join(site, path)), true));
  const bytes = listed.reduce((sum, { size }) => sum + size, 0);
  const wire = `${(bytes / 1_000_000).toFixed(1)} MB`;

  const finish = async (offline: string): Promise<void> => {
    const own = await listFile(OFFLINE, encode(offline), true);
    writeWhole(join(site, OFFLINE), offline);
    for (const [path, text] of serviceWorkerFiles(worker, [...listed, own]))
      writeWhole(join(site, path), text);
  };
  if (!input.archive && bytes > OFFERED_BYTES) {
    log(`归档：约 ${wire}，网站不提供下载；npm run archive 可以生成`);
    await finish(forSiteWithout(page, wire));
    return undefined;
  }

  const built = readFiles(site, '', isOfSite);
  const { site: inside, leftOut } = withoutCopies(
    inArchive(built),
    (input.most ?? ARCHIVE_BYTES) - expectedSources(content),
  );
  if (leftOut.length) log(`归档：以 100 MB 为限，没有收入${namesOf(leftOut)}`);
  inside.set(
    OFFLINE,
    encode(forArchive(decode(inside.get(OFFLINE)!), wireOf(built), whatIsLeftOut(leftOut))),
  );
  const listedInside: ListedFile[] = [];
  for (const [path, file] of inside)
    if (isKept(path)) listedInside.push(await listFile(path, file, false));
  const app = serviceWorkerFiles(worker, listedInside);
  const { name, zip, edition } = packArchive({
    facts,
    site: new Map([...inside, ...[...app].map(([path, text]) => [path, encode(text)] as const)]),
    content,
    leftOut,
    log,
  });
  const file = `${name}.zip`;
  const checksum = sha256(zip);
  const size = formatSize(zip.length);
  const href = DOWNLOADS + file;
  await finish(forSite(page, { name: file, href, size, sha256: checksum, edition, wire }));
  writeWhole(join(site, href), zip);
  writeWhole(join(site, `${href}.sha256`), `${checksum}  ${file}\n`);
  log(`归档：网站提供下载 ${href}，SHA-256 ${checksum}`);
  return join(site, href);
}

/** What this step itself writes is made anew. */
function isOfSite(path: string): boolean {
  return !path.startsWith(DOWNLOADS) && !path.startsWith(PARTS_FOLDER) && path !== SERVICE_WORKER;
}

/** The archive tells sizes uncompressed: compressed ones would differ from one version of zlib to another. */
function wireOf(files: Files): string {
  let bytes = 0;
  for (const [path, file] of files) if (isKept(path)) bytes += file.length;
  return `${(bytes / 1_000_000).toFixed(1)} MB（未压缩）`;
}

/** What the sources and the received files will take of the zip. */
function expectedSources(content: string): number {
  return listFiles(content).reduce(
    (sum, path) => sum + expectedSize(path, statSync(join(content, path)).size),
    0,
  );
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
