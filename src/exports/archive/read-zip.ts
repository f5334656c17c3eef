/** A zip's contents, read and hashed without unpacking: nothing in it is trusted, and nothing is written. */
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { TAG_TEXTS, type Contents } from './check-bag.ts';
import { diagnoseZip } from './container.ts';
import { digest } from './digest.ts';
import type { Finding } from './findings.ts';
import { whyOutside } from './manifest.ts';

/**
 * Reads every entry of a zip.
 * @returns what could be read, with paths from the bag's top, and what could not; no contents when the zip's own
 *   directory cannot be read to its end
 */
export async function readZip(path: string): Promise<{ contents?: Contents; findings: Finding[] }> {
  const findings: Finding[] = [];
  const read: Contents = { files: new Map(), texts: new Map() };
  try {
    const zip = await openPromise(path, { decodeStrings: false });
    for await (const entry of zip.eachEntry()) await readEntry(zip, entry, read, findings);
  } catch {
    return { findings: [...findings, { kind: 'container', path, detail: diagnoseZip(path) }] };
  }
  const top = [...read.files.keys()].find((name) => /^([^/]+\/)?bagit\.txt$/.test(name));
  if (top === undefined) {
    return {
      findings: [
        ...findings,
        { kind: 'target', path, detail: '这个 zip 里没有 bagit.txt，不是文库的归档' },
      ],
    };
  }
  const prefix = top.slice(0, -'bagit.txt'.length);
  return { contents: below(prefix, read, findings), findings };
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  read: Contents,
  findings: Finding[],
): Promise<void> {
  const name = entry.fileNameRaw.toString('utf8');
  if (name.endsWith('/') && entry.uncompressedSize === 0) return;
  const outside = whyOutside(name);
  if (outside)
    return void findings.push({
      kind: 'container',
      path: name,
      detail: `${outside}，解压时会写到别处`,
    });
  if (read.files.has(name))
    return void findings.push({ kind: 'added', path: name, detail: 'zip 里有两份同名文件' });
  const file = name.slice(name.indexOf('/') + 1);
  try {
    const local = await zip.readLocalFileHeaderPromise(entry);
    const stream = await zip.openReadStreamPromise(entry);
    const found = await digest(stream, TAG_TEXTS.includes(file));
    read.files.set(name, found);
    if (found.bytes) read.texts.set(name, found.bytes.toString('utf8'));
    const differs = headersDiffer(entry, local, found.crc32);
    if (differs) findings.push({ kind: 'changed', path: file, detail: differs });
  } catch {
    read.files.set(name, { sha256: '读不出来', size: entry.uncompressedSize });
    findings.push({ kind: 'changed', path: file, detail: '压缩数据损坏，解不开' });
  }
}

/** A zip names each file twice, before its data and in the directory at its end: unpackers trust one or the other. */
function headersDiffer(
  entry: Entry,
  local: Awaited<ReturnType<ZipFile['readLocalFileHeaderPromise']>>,
  crc: number,
): string | undefined {
  if (crc !== entry.crc32) return '与 zip 目录里的 CRC-32 不符';
  if (!local.fileName.equals(entry.fileNameRaw)) return '文件名在 zip 里前后不一';
  // Bit 3: the local header leaves these to a descriptor after the data.
  const deferred = (entry.generalPurposeBitFlag & 8) !== 0;
  if (!deferred && local.crc32 !== entry.crc32) return '校验值在 zip 里前后不一';
  if (!deferred && local.uncompressedSize !== entry.uncompressedSize)
    return '大小在 zip 里前后不一';
  return local.compressionMethod === entry.compressionMethod
    ? undefined
    : '压缩方法在 zip 里前后不一';
}

/** Leaves the top folder's name off; what stands beside that folder does not belong to the bag. */
function below(prefix: string, read: Contents, findings: Finding[]): Contents {
  const contents: Contents = { files: new Map(), texts: new Map() };
  for (const [name, file] of read.files) {
    if (name.startsWith(prefix)) contents.files.set(name.slice(prefix.length), file);
    else findings.push({ kind: 'added', path: name, detail: `在 ${prefix} 之外` });
  }
  for (const [name, text] of read.texts) {
    if (name.startsWith(prefix)) contents.texts.set(name.slice(prefix.length), text);
  }
  return contents;
}
