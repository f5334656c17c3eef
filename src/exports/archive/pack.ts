/** Packs a built site with its sources into the archive: one bag, one zip, the same bytes every time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { ValidLibrary } from '../../content/read-library.ts';
import { ORIGINALS } from '../../content/content-folder.ts';
import { editionOf, formatManifest, makeBag } from './bag.ts';
import { explain } from './explanation.ts';
import { sha256 } from '../../content/read-entry.ts';
import { bytesOf, isSystemFile, readFiles, unsafeNames, type Files } from './files.ts';
import { archiveName, newestDate } from './offer.ts';

/** Files with a dot before their name are settings of some tool: no page, and no source of one. */
const HIDDEN = /(^|\/)\./u;

/** The style of the pages that stand outside the site. */
export const STYLE = readFileSync(join(import.meta.dirname, 'explanation.css'));

export interface FinishInput {
  library: ValidLibrary;
  /** Folder of the built pages; written to. */
  site: string;
  /** Folder of the sources. */
  content: string;
  /** Whether an archive is packed. */
  archive: boolean;
  /** Takes one line a step. */
  log: (line: string) => void;
  /** Takes a line on what was left out. */
  warn: (line: string) => void;
}

/**
 * Makes the archive.
 * @param site the built site, as it shall stand in the archive
 * @returns its zip, the zip's name without `.zip`, and the mark of its edition
 * @throws Error that lists every file whose name some system cannot unpack
 */
export function packArchive(input: FinishInput, site: Files) {
  const { library } = input;
  const { config } = library;
  const name = archiveName(library);
  const payload = collect(input, site);
  const unsafe = unsafeNames(payload.keys(), name);
  if (unsafe.length) throw new Error(`有 ${unsafe.length} 个文件不能归档：\n${unsafe.join('\n')}`);

  const manifest = formatManifest(payload);
  const edition = editionOf(sha256(manifest));
  const tags = new Map([
    ['说明.html', Buffer.from(explain(library, payload, edition))],
    ['explanation.css', STYLE],
  ]);
  const bag = makeBag(payload, manifest, tags, {
    // A library that is its own publisher is no organization.
    'Source-Organization': config.publisher === config.name ? undefined : config.publisher,
    'External-Description': `${config.name}：${config.description}`,
    'Bagging-Date': config.revised,
    'External-Identifier': name,
    'Internal-Sender-Identifier': edition,
  });
  const inFolder = new Map([...bag].map(([path, file]) => [`${name}/${path}`, file]));
  return { name, edition, zip: zipOf(inFolder, newestDate(library) ?? '1980') };
}

/** The payload: the site as built, how to host it, the sources, and the files as received, whatever their names. */
function collect({ content, log, warn }: FinishInput, site: Files): Files {
  const kept = (path: string) => !HIDDEN.test(path) && !isSystemFile(path);
  const isSource = (path: string) => kept(path) && !path.startsWith(`${ORIGINALS}/`);
  const originals = readFiles(join(content, ORIGINALS), 'data/original/', (path) => {
    if (isSystemFile(path)) warn(`归档：${ORIGINALS}/${path} 是系统生成的文件，没有收入`);
    return !isSystemFile(path);
  });
  if (originals.size === 0) log(`归档：${ORIGINALS} 里没有收到的原始文件，说明也不提`);
  const pages = [...site].filter(([path]) => kept(path));
  const hosting = join(import.meta.dirname, '../../../docs/hosting.md');
  return new Map([
    ...pages.map(([path, file]) => [`data/site/${path}`, file] as const),
    ...readFiles(content, 'data/content/', isSource),
    ['data/docs/hosting.md', readFileSync(hosting)],
    ...originals,
  ]);
}

/** Deflating these again costs time and gains nothing; Pagefind's files are gzip inside. */
const PACKED_ALREADY = /\.(png|jpe?g|webp|gif|woff2?|zip|gz|pdf|docx|xlsx|pf_\w+|pagefind)$/i;

/** A zip without the 64-bit extension, which fflate does not write, holds no more, and less than 4 GB. */
const MOST_FILES = 65_535;

/**
 * Said of every entry, on whatever system it was packed: a plain file, written on Unix, readable by all. Info-ZIP
 * takes names from any other system for an old DOS code page, whatever the UTF-8 flag says, and 说明 comes out as noise.
 */
const PLAIN_FILE = { os: 3, attrs: 0o100644 * 2 ** 16 };

/**
 * Packs files into a zip: sorted by path, all of one date and of the same attributes, names in UTF-8 and marked so,
 * every byte computed in JavaScript (fflate), so that no version of zlib shows through.
 * @param date `2021-05-20`, or less exact; the time is noon, and years before 1980 are 1980, as zip has it
 * @throws Error when there is more than a zip can hold
 */
export function zipOf(files: Files, date: string): Uint8Array {
  if (files.size > MOST_FILES)
    throw new Error(`归档有 ${files.size} 个文件，超过 zip 的上限 ${MOST_FILES} 个。`);
  if (bytesOf(files) >= 2 ** 32) throw new Error('归档超过 zip 的上限 4 GB。请把文库分成几部分。');
  const sorted: Zippable = {};
  for (const path of [...files.keys()].sort())
    sorted[path] = [files.get(path)!, { level: PACKED_ALREADY.test(path) ? 0 : 9 }];
  // fflate reads the clock face of the local zone: noon there is noon here, and no zone skips it.
  const day = date < '1980' ? '1980-01-01' : date + '-01-01'.slice(0, 10 - date.length);
  return zipSync(sorted, { mtime: `${day}T12:00`, ...PLAIN_FILE });
}
