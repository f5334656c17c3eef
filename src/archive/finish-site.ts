/**
 * The last step of a build: makes a folder of pages an app and an archive. The archive holds the site, and the site
 * offers the archive: so the zip is packed first, from a copy whose 离线 page says that it stands inside; then the
 * site's own 离线 page gets the zip's size and checksum, and its service worker the list of the site as it now is.
 */
import { join } from 'node:path';
import {
  bundleServiceWorker,
  listPrecache,
  SERVICE_WORKER,
  writeServiceWorker,
} from '../app/build-service-worker.ts';
import { WEB_MANIFEST, webManifest } from '../app/web-manifest.ts';
import { readFiles, type Files } from './files.ts';
import { LICENSES, licenseTexts } from './licenses.ts';
import type { LibraryFacts } from './library-facts.ts';
import { sha256 } from './manifest.ts';
import { forArchive, forSite, sizeInWords } from './offline-page.ts';
import { packArchive } from './pack.ts';
import { writeWhole } from './write-whole.ts';

/** Where the site offers the archive, which therefore is neither packed nor kept offline. */
export const DOWNLOADS = 'downloads/';

const OFFLINE = 'offline.html';

export interface FinishInput {
  /** What the archive says of its library. */
  facts: LibraryFacts;
  /** Folder of the built pages; written to. */
  site: string;
  content: string;
  /** The files of the site as the archive holds them, where that is otherwise than on a host. */
  inArchive?: (site: Files) => Files;
  log: (line: string) => void;
}

/**
 * Writes the web manifest, the service worker, the archive and its checksum into the site.
 * @returns path of the zip
 */
export async function finishSite(input: FinishInput): Promise<string> {
  const { facts, site, content, inArchive = (files: Files) => files, log } = input;
  const worker = await bundleServiceWorker();
  const asApp = (pages: Files): Files =>
    new Map([...pages, [SERVICE_WORKER, encode(writeServiceWorker(worker, listPrecache(pages)))]]);

  const built = readFiles(
    site,
    '',
    (path) => !path.startsWith(DOWNLOADS) && path !== SERVICE_WORKER,
  );
  built.set(WEB_MANIFEST, encode(webManifest(facts)));
  built.set(LICENSES, encode(licenseTexts(join(import.meta.dirname, '../..'))));
  const offline = built.get(OFFLINE);
  if (!offline)
    throw new Error(
      `${site} 里没有 ${OFFLINE}，网站无处提供归档下载。请看 src/pages/offline.astro。`,
    );
  const page = new TextDecoder().decode(offline);

  const inside = asApp(inArchive(new Map([...built, [OFFLINE, encode(forArchive(page))]])));
  const { name, zip, edition } = packArchive({ facts, site: inside, content, log });
  const file = `${name}.zip`;
  const checksum = sha256(zip);
  const zipFacts = {
    name: file,
    href: DOWNLOADS + file,
    size: sizeInWords(zip.length),
    sha256: checksum,
    edition,
  };

  const online = asApp(new Map([...built, [OFFLINE, encode(forSite(page, zipFacts))]]));
  for (const path of [WEB_MANIFEST, LICENSES, OFFLINE, SERVICE_WORKER])
    writeWhole(join(site, path), online.get(path)!);
  writeWhole(join(site, DOWNLOADS, file), zip);
  writeWhole(join(site, DOWNLOADS, `${file}.sha256`), `${checksum}  ${file}\n`);
  log(`归档：网站提供下载 ${DOWNLOADS}${file}，SHA-256 ${checksum}`);
  return join(site, DOWNLOADS, file);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
