/** Compares a bag's contents with its manifests. Pure: the contents have been read and hashed before. */
import type { Finding } from './findings.ts';
import { parseManifest } from './manifest.ts';

/** A bag's files, as a zip or a folder holds them; paths from the bag's top. */
export interface Contents {
  files: Map<string, { sha256: string; size: number }>;
  /** Text of the small files at the top that say what the bag holds. */
  texts: Map<string, string>;
}

/** Files whose text `Contents.texts` needs. */
export const TAG_TEXTS = [
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  'tagmanifest-sha256.txt',
];

const PAYLOAD = 'manifest-sha256.txt';
const TAGS = 'tagmanifest-sha256.txt';

/**
 * The tag manifest comes first: it says whether the payload's manifest may be believed. If not, what that one says of
 * the payload is doubtful, and so marked.
 * @returns every fault: of the bag's own declarations, of its tag files, of its payload in the order of the manifest
 */
export function checkBag(contents: Contents): Finding[] {
  const tags = checkManifest(contents, TAGS, '', (path) => !inPayload(path) && path !== TAGS);
  const listed = checkManifest(contents, PAYLOAD, 'data/', inPayload);
  const stated = parseManifest(contents.texts.get(TAGS) ?? '');
  const holds = (path: string) =>
    stated.sums.has(path) && stated.sums.get(path) === contents.files.get(path)?.sha256;

  const oxum = checkOxum(contents);
  const trusted = holds(PAYLOAD) || listed.length === 0 || !contents.texts.has(PAYLOAD);
  const payload = trusted ? listed : listed.map(doubt);
  return [
    ...checkDeclaration(contents),
    ...(trusted
      ? []
      : [changedManifest(stated.lines.get(PAYLOAD), holds('bag-info.txt') && !oxum)]),
    ...tags.filter(({ path }) => trusted || path !== PAYLOAD),
    ...payload,
    // A payload that is not as listed does not add up either: to say so would only accuse the sum.
    ...(oxum && !(holds('bag-info.txt') && payload.length) ? [oxum] : []),
  ];
}

/** @param addsUp whether the payload, all told, is still of the size and number that it was packed with */
function changedManifest(line: number | undefined, addsUp: boolean): Finding {
  const where = line ? `与 ${TAGS} 第 ${line} 行不符` : `${TAGS} 没有列它`;
  const hope = addsUp ? '；文件的个数和总字节数仍与 bag-info.txt 相符，都在' : '';
  const detail = `清单本身已变，以下不作准（${where}${hope}）`;
  return { kind: 'manifest', path: PAYLOAD, detail };
}

/** A manifest's own broken lines are no matter of doubt. */
function doubt(finding: Finding): Finding {
  if (finding.kind === 'manifest') return finding;
  const detail = finding.detail.replace(`${PAYLOAD} 第`, '清单第');
  return { ...finding, detail, doubtful: true };
}

function inPayload(path: string): boolean {
  return path.startsWith('data/');
}

function checkDeclaration({ files, texts }: Contents): Finding[] {
  const text = texts.get('bagit.txt') ?? '';
  if (!files.has('bagit.txt')) return [];
  if (/^BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\s*$/.test(text)) return [];
  return [{ kind: 'manifest', path: 'bagit.txt', detail: '不是 BagIt 的声明' }];
}

/**
 * @param within where the listed files must stand
 * @param covered files that must be listed
 */
function checkManifest(
  { files, texts }: Contents,
  manifest: string,
  within: string,
  covered: (path: string) => boolean,
): Finding[] {
  const text = texts.get(manifest);
  if (text === undefined)
    return [{ kind: 'missing', path: manifest, detail: '没有清单，无从核对' }];
  const { sums, lines, faults } = parseManifest(text, within);
  const findings: Finding[] = faults.map(({ line, reason }) => ({
    kind: 'manifest',
    path: `${manifest} 第 ${line} 行`,
    detail: reason,
  }));
  for (const [path, sum] of sums) {
    const file = files.get(path);
    const line = `${manifest} 第 ${lines.get(path)} 行`;
    if (!file) findings.push({ kind: 'missing', path, detail: `列在 ${line}` });
    else if (file.sha256 !== sum) {
      const detail = `${line}与文件不符，SHA-256 应为 ${sum}，实为 ${file.sha256}`;
      findings.push({ kind: 'changed', path, detail });
    }
  }
  for (const path of files.keys()) {
    if (covered(path) && !sums.has(path))
      findings.push({ kind: 'added', path, detail: `不在 ${manifest} 中` });
  }
  return findings;
}

function checkOxum({ files, texts }: Contents): Finding | undefined {
  const stated = /^Payload-Oxum: *(\S+)/m.exec(texts.get('bag-info.txt') ?? '')?.[1];
  if (!stated) return undefined;
  const payload = [...files].filter(([path]) => inPayload(path)).map(([, { size }]) => size);
  const actual = `${payload.reduce((sum, size) => sum + size, 0)}.${payload.length}`;
  if (stated === actual) return undefined;
  const detail = `Payload-Oxum 写的是 ${stated}（字节.文件数），实为 ${actual}`;
  return { kind: 'manifest', path: 'bag-info.txt', detail };
}
