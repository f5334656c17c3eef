/** Packs a built site with its sources into the archive: one bag, one zip, the same bytes every time. */
import { join } from 'node:path';
import { ORIGINALS } from '../../content/content-folder.ts';
import { bytesOf, editionOf, formatManifest, makeBag } from './bag.ts';
import { explain } from './explanation.ts';
import { filesOf, filesUnder, isSystemFile, sha256, StoredFile, type Files } from './files.ts';
import { unsafeNames } from './names.ts';
import { archiveName, type LibraryFacts } from './offer.ts';
import { zipPieces } from './zip.ts';

/** Files with a dot before their name are settings of some tool: no page, and no source of one. */
const HIDDEN = /(^|\/)\./u;

/** Where the files as received stand in the bag. */
const IN_ORIGINALS = 'data/original/';

const SOFTWARE = join(import.meta.dirname, '../../..');

export interface PackInput {
  facts: LibraryFacts;
  /** The built site, as it shall stand in the archive. */
  site: Files;
  /** Folder of the sources. */
  content: string;
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
  const { facts, log } = input;
  const name = archiveName(facts);
  const payload = collect(input);
  log(`归档：收集 ${payload.size} 个文件，${bytesOf(payload)} 字节`);

  const unsafe = unsafeNames(payload.keys(), name);
  if (unsafe.length) throw new Error(`有 ${unsafe.length} 个文件不能归档：\n${unsafe.join('\n')}`);

  const edition = editionOf(sha256(formatManifest(payload)));
  const bag = makeBag(payload, tagFiles(facts, payload, edition), [
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

/** The payload: the site as built, how to host it, the sources, and the files as received, whatever their names. */
function collect({ site, content, log, warn }: PackInput): Files {
  const kept = (path: string) => !HIDDEN.test(path) && !isSystemFile(path);
  const isSource = (path: string) => kept(path) && !path.startsWith(`${ORIGINALS}/`);
  const originals = filesUnder(join(content, ORIGINALS), IN_ORIGINALS, (path) => {
    if (isSystemFile(path)) warn(`归档：${ORIGINALS}/${path} 是系统生成的文件，没有收入`);
    return !isSystemFile(path);
  });
  if (originals.size === 0) log(`归档：${ORIGINALS} 里没有收到的原始文件，说明也不提`);
  const pages = [...site].filter(([path]) => kept(path));
  return new Map([
    ...pages.map(([path, file]) => [`data/site/${path}`, file] as const),
    ...filesUnder(content, 'data/content/', isSource),
    ['data/docs/hosting.md', StoredFile.onDisk(join(SOFTWARE, 'docs/hosting.md'))],
    ...originals,
  ]);
}

/** The pages at the bag's top. */
function tagFiles(facts: LibraryFacts, payload: Files, edition: string): Files {
  const { html, text } = explain(facts, {
    edition,
    count: payload.size,
    bytes: bytesOf(payload),
    originals: [...payload.keys()].some((path) => path.startsWith(IN_ORIGINALS)),
  });
  const pages = filesOf([
    ['说明.html', html],
    ['说明.txt', text],
  ]);
  return new Map([...pages, ['explanation.css', STYLE]]);
}

/** The style of the pages that stand outside the site. */
export const STYLE = StoredFile.onDisk(join(import.meta.dirname, 'explanation.css'));
