/**
 * The last step of a build: makes a folder of pages an app, and packs the archive where it is offered. The archive holds
 * the site, and the site offers the archive: so the page 离线 is built twice, for the site and for the archive, and the
 * zip's size and checksum stand on a page of their own beside it.
 */
import { createHash, type Hash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { PARTS_FOLDER, type ListedFile } from '../../client/app/protocol.ts';
import {
  bundleServiceWorker,
  isKept,
  listFile,
  listUncompressed,
  SERVICE_WORKER,
  serviceWorkerFiles,
} from '../../client/app/service-worker-files.ts';
import { contentFolder } from '../../content/content-folder.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { reportProgress } from '../../content/stages.ts';
import { writeWhole } from '../../content/write-files.ts';
import { INDEX_FOLDER } from '../../search/format/index-files.ts';
import { asHtml } from './explanation-page.ts';
import { filesOf, filesUnder, StoredFile, type Files } from './files.ts';
import { LICENSES, licenseTexts } from './licenses.ts';
import { IN_ARCHIVE, libraryFacts, OFFER_PAGE, offersArchive, type LibraryFacts } from './offer.ts';
import { packArchive, STYLE } from './pack.ts';

/** Where the site offers the archive, which therefore is neither packed nor kept offline. */
const DOWNLOADS = 'downloads/';
const OFFLINE = 'offline.html';
/** Said once a build: what is left out without a public address. */
const WITHOUT_ADDRESS =
  'library.yaml 没有写 address：不写 sitemap.xml、opensearch.xml、规范地址（canonical），og:image 等其余地址用相对的。';
/** Files whose size over the wire is worked out side by side, in Node's threads. */
const AT_ONCE = 16;

export interface FinishInput {
  /** What the archive says of its library. */
  facts: LibraryFacts;
  /** Folder of the built pages; written to. */
  site: string;
  content: string;
  /** Whether an archive is packed. */
  archive: boolean;
  /** Takes a line on what is done. */
  log: (line: string) => void;
  /** Takes a line on what the archive lacks. */
  warn: (line: string) => void;
}

/**
 * Writes the service worker into the site, and the archive with its checksum where there is one. A few files are in memory
 * at a time: a large site is larger than memory should be.
 * @returns path of the zip, if any
 */
export async function finishSite(input: FinishInput): Promise<string | undefined> {
  const { site, archive } = input;
  writeWhole(join(site, LICENSES), licenseTexts(join(import.meta.dirname, '../../..')));
  // What this step itself writes is made anew.
  const built = filesUnder(
    site,
    '',
    (path) => ![DOWNLOADS, PARTS_FOLDER, SERVICE_WORKER].some((made) => path.startsWith(made)),
  );
  const worker = await bundleServiceWorker();
  const pages = new Map([...built].filter(([path]) => path !== IN_ARCHIVE));
  const zip = archive ? writeArchive(input, built, worker) : undefined;
  rmSync(join(site, IN_ARCHIVE), { force: true });

  const kept = [...pages].filter(([path]) => isKept(path));
  const listed: ListedFile[] = [];
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    const some = kept.slice(from, from + AT_ONCE);
    listed.push(...(await Promise.all(some.map(([path, file]) => listFile(path, file.read())))));
    reportProgress(`${listed.length} / ${kept.length} 个文件`);
  }
  for (const [path, text] of serviceWorkerFiles(worker, listed)) writeWhole(join(site, path), text);
  return zip;
}

/** @returns path of the zip, beside which lie its checksum and a page that tells both */
function writeArchive(input: FinishInput, built: Files, worker: string): string {
  const { facts, site, log } = input;
  const { name, edition, zip } = packArchive({
    ...input,
    site: archivedSite(built, worker),
  });
  const file = `${name}.zip`;
  const path = join(site, DOWNLOADS, file);
  const hash = createHash('sha256');
  writeWhole(path, counted(zip, hash));
  const sum = hash.digest('hex');
  const bytes = statSync(path).size;
  const size = `${(bytes / 1_000_000).toFixed(2)} MB（${bytes} 字节）`;
  log(`归档：压缩为 ${file}，${size}`);
  writeWhole(`${path}.sha256`, `${sum}  ${file}\n`);
  writeWhole(join(site, OFFER_PAGE), offerPage(facts.name, file, size, sum, edition));
  writeWhole(join(site, DOWNLOADS, 'explanation.css'), STYLE.read());
  return path;
}

/**
 * A file of the index as a script that hands it over in base64 (`search/engine/index-reader.ts`): opened from the file
 * system, a page may load a classic script, and not fetch a file.
 */
function asScript(path: string, content: Uint8Array): Uint8Array {
  const name = JSON.stringify(path.slice(INDEX_FOLDER.length + 1));
  return Buffer.from(`libraryIndexFile(${name},"${Buffer.from(content).toString('base64')}")`);
}

/**
 * The site as it stands in the archive: with a page 离线 and a list of files of its own, and a script for each file of the
 * index, which opens from `file://`.
 */
function archivedSite(built: Files, worker: string): Files {
  const inside = new Map(built);
  const offline = inside.get(IN_ARCHIVE);
  if (offline) inside.set(OFFLINE, offline);
  inside.delete(IN_ARCHIVE);
  for (const [path, file] of built)
    if (path.startsWith(`${INDEX_FOLDER}/`)) {
      const copy = `${path}.js`;
      inside.set(copy, new StoredFile(copy, () => asScript(path, file.read())));
    }
  const listed = [...inside]
    .filter(([path]) => isKept(path))
    .map(([path, file]) => listUncompressed(path, file));
  return new Map([...inside, ...filesOf(serviceWorkerFiles(worker, listed))]);
}

function offerPage(name: string, file: string, size: string, sum: string, edition: string): string {
  const items = [
    { href: file, label: file },
    `大小：${size}`,
    `SHA-256：${sum}`,
    `版本号：${edition}，与归档内“说明.html”所写的相同；内容改了它就不同。`,
    { href: `${file}.sha256`, label: '校验值，存为文件' },
    { href: '../offline.html#verify', label: '怎样核对' },
  ];
  return asHtml(`${name}：离线归档`, [{ heading: '下载归档', items }]);
}

/** The pieces of a zip, counted and taken into its checksum as they are written. */
function* counted(zip: Iterable<Uint8Array>, hash: Hash): Generator<Uint8Array> {
  let count = 0;
  for (const piece of zip) {
    hash.update(piece);
    yield piece;
    reportProgress(`打包 ${++count} 个文件`);
  }
}

/**
 * The Astro integration; it comes last, when every page and index is written.
 * @param current tells the library that is built
 */
export function archive(current: () => ValidLibrary): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (!current().config.address) logger.warn(WITHOUT_ADDRESS);
        await finishSite({
          facts: libraryFacts(current()),
          site: fileURLToPath(dir),
          content: contentFolder(),
          archive: offersArchive(current()),
          log: (line) => logger.info(line),
          warn: (line) => logger.warn(line),
        });
      },
    },
  };
}
