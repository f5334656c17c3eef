/** Packs a built site with its sources into the archive: one bag, one zip, the same bytes every time. */
import { join } from 'node:path';
import { ORIGINALS } from '../../content/content-folder.ts';
import { makeBag } from './bag.ts';
import type { Copy } from './copies.ts';
import { editionOf } from './edition.ts';
import { explain, type PayloadFacts } from './explanation.ts';
import { sha256 } from './digest.ts';
import { filesOf, filesUnder, type Files } from './files.ts';
import { archiveName, type LibraryFacts } from './library-facts.ts';
import { isSystemFile } from './system-files.ts';
import { formatManifest } from './manifest.ts';
import { unsafeNames } from './safe-names.ts';
import { StoredFile } from './stored-file.ts';
import { zipPieces } from './zip.ts';

/** Files with a dot before their name are settings of some tool: no page, and no source of one. */
const HIDDEN = /(^|\/)\./;

/** Where the files as received stand in the bag. */
const IN_ORIGINALS = 'data/original/';

/** How to put the site on a server: the site's `_headers` refer to it. */
const HOSTING = 'data/docs/hosting.md';
const SOFTWARE = join(import.meta.dirname, '../../..');

export interface PackInput {
  facts: LibraryFacts;
  /** The built site, as it shall stand in the archive. */
  site: Files;
  /** Folder of the sources. */
  content: string;
  /** What the site lacks of what it has online. */
  leftOut?: readonly Copy[];
  /** Takes one line a step. */
  log: (line: string) => void;
  /** Takes a line on what was left out. */
  warn: (line: string) => void;
}

export interface PackedArchive {
  /** Without `.zip`. */
  name: string;
  /** The mark of its edition. */
  edition: string;
  /** The zip piece by piece, each packed as it is taken. */
  zip: Iterable<Uint8Array>;
}

/**
 * Makes the archive. Every file is read twice: for its checksum, and when it is packed.
 * @throws Error that lists every file whose name some system cannot unpack
 */
export function packArchive(input: PackInput): PackedArchive {
  const { facts, leftOut = [], log } = input;
  const name = archiveName(facts);
  const payload = collect(input);
  log(`归档：收集 ${payload.size} 个文件，${bytesOf(payload)} 字节`);

  const unsafe = unsafeNames(payload.keys(), name);
  if (unsafe.length) throw new Error(`有 ${unsafe.length} 个文件不能归档：\n${unsafe.join('\n')}`);

  const edition = editionOf(sha256(formatManifest(payload)));
  const bag = makeBag(payload, tagFiles(facts, { ...describe(payload, edition), leftOut }), [
    // A library that is its own publisher is no organization.
    ['Source-Organization', facts.publisher === facts.name ? undefined : facts.publisher],
    ['External-Description', `${facts.name}：${facts.description}`],
    ['Bagging-Date', facts.revised],
    ['External-Identifier', name],
    ['Internal-Sender-Identifier', edition],
  ]);
  log(`归档：列出 ${bag.size} 个文件的 SHA-256，版本号 ${edition}`);

  const inFolder: Files = new Map([...bag].map(([path, file]) => [`${name}/${path}`, file]));
  return { name, edition, zip: zipPieces(inFolder, facts.newest ?? '1980') };
}

/** The payload: the site as built, how to host it, the sources, and the files as received. */
function collect({ site, content, log, warn }: PackInput): Files {
  const kept = (path: string) => !HIDDEN.test(path) && !isSystemFile(path);
  const source = (path: string) => kept(path) && !path.startsWith(`${ORIGINALS}/`);
  const payload = new Map<string, StoredFile>();
  for (const [path, file] of site) if (kept(path)) payload.set(`data/site/${path}`, file);
  for (const [path, file] of filesUnder(content, 'data/content/', source)) payload.set(path, file);
  payload.set(HOSTING, StoredFile.onDisk(join(SOFTWARE, 'docs/hosting.md')));
  const originals = originalsIn(join(content, ORIGINALS), warn);
  for (const [path, file] of originals) payload.set(path, file);
  if (originals.size === 0) log(`归档：${ORIGINALS} 里没有收到的原始文件，说明也不提`);
  return payload;
}

/** What was received is kept whatever its name; only what no one sent is left out, and that is said. */
function originalsIn(folder: string, warn: PackInput['warn']): Files {
  return filesUnder(folder, IN_ORIGINALS, (path) => {
    if (isSystemFile(path)) warn(`归档：${ORIGINALS}/${path} 是系统生成的文件，没有收入`);
    return !isSystemFile(path);
  });
}

function describe(payload: Files, edition: string): Omit<PayloadFacts, 'leftOut'> {
  return {
    edition,
    count: payload.size,
    bytes: bytesOf(payload),
    originals: [...payload.keys()].some((path) => path.startsWith(IN_ORIGINALS)),
  };
}

function bytesOf(files: Files): number {
  return [...files.values()].reduce((sum, file) => sum + file.size, 0);
}

function tagFiles(facts: LibraryFacts, payload: PayloadFacts): Files {
  const { html, text } = explain(facts, payload);
  const style = StoredFile.onDisk(join(import.meta.dirname, 'explanation.css'));
  return new Map([
    ...filesOf([
      ['说明.html', html],
      ['说明.txt', text],
    ]),
    ['explanation.css', style],
  ]);
}
