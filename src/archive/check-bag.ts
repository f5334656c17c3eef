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

/** @returns every fault: first of the bag's own declarations, then file by file in the order of the manifests */
export function checkBag(contents: Contents): Finding[] {
  return [
    ...checkDeclaration(contents.texts),
    ...checkManifest(contents, 'manifest-sha256.txt', 'data/', (path) => path.startsWith('data/')),
    ...checkManifest(
      contents,
      'tagmanifest-sha256.txt',
      '',
      (path) => !path.startsWith('data/') && path !== 'tagmanifest-sha256.txt',
    ),
    ...checkOxum(contents),
  ];
}

function checkDeclaration(texts: Contents['texts']): Finding[] {
  const text = texts.get('bagit.txt') ?? '';
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
  const { sums, faults } = parseManifest(text, within);
  const findings: Finding[] = faults.map(({ line, reason }) => ({
    kind: 'manifest',
    path: `${manifest} 第 ${line} 行`,
    detail: reason,
  }));
  for (const [path, sum] of sums) {
    const file = files.get(path);
    if (!file) findings.push({ kind: 'missing', path, detail: `列在 ${manifest} 中` });
    else if (file.sha256 !== sum) {
      findings.push({ kind: 'changed', path, detail: `SHA-256 应为 ${sum}，实为 ${file.sha256}` });
    }
  }
  for (const path of files.keys()) {
    if (covered(path) && !sums.has(path))
      findings.push({ kind: 'added', path, detail: `不在 ${manifest} 中` });
  }
  return findings;
}

function checkOxum({ files, texts }: Contents): Finding[] {
  const stated = /^Payload-Oxum: *(\S+)/m.exec(texts.get('bag-info.txt') ?? '')?.[1];
  if (!stated) return [];
  const payload = [...files]
    .filter(([path]) => path.startsWith('data/'))
    .map(([, { size }]) => size);
  const actual = `${payload.reduce((sum, size) => sum + size, 0)}.${payload.length}`;
  if (stated === actual) return [];
  const detail = `Payload-Oxum 写的是 ${stated}（字节.文件数），实为 ${actual}`;
  return [{ kind: 'manifest', path: 'bag-info.txt', detail }];
}
