/** Checks an archive, as a zip or unpacked, against its BagIt manifests (RFC 8493). Reads within limits; writes nothing. */
import fs from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { PAYLOAD_MANIFEST, parseManifest, TAG_MANIFEST } from './bag.ts';
import { sha256 } from '../../content/read-entry.ts';
import { pathFault, twinFinder } from './files.ts';

/** Bytes of a file, of all files, of a manifest; and how many findings are told at most. */
export const LIMITS = { file: 2e8, unpacked: 2e9, manifest: 2e7, findings: 100 };

export type Kind = '清单有误' | '缺少' | '已改变' | '多出' | '不安全' | '归档损坏' | '路径不对';

/** Of a file within the archive, or of the archive itself. */
export type Finding = { kind: Kind; path: string; detail: string };

/** Thrown where nothing more can be read. */
class Unreadable extends Error {}

/** A file from the top of the zip or the bag, and why it is not to be trusted. */
type Member = { path: string; fault?: string | undefined; size: number; read: () => Uint8Array };

/** What a mode of Unix says against a file; systems without modes say 0. */
function modeFault(mode: number): string | undefined {
  const type = mode & 0o170000;
  if (type !== 0 && type !== 0o100000) return '不是普通文件（如符号链接、设备）';
  return mode & 0o7000 ? '带有 setuid 一类的权限' : undefined;
}

/** Reads a piece of the zip; never more than there is. */
type ReadAt = (from: number, length: number) => Buffer;

function zipMembers(at: ReadAt, size: number): Member[] {
  if (size < 22 || at(0, 2).toString() !== 'PK') throw new Unreadable('不是 zip，或者是空的');
  const end = at(size - 22, 22);
  if (end.readUInt32LE() !== 0x06054b50)
    throw new Unreadable('zip 不完整，没有下载或复制完；或者末尾有多出的字节');
  const start = end.readUInt32LE(16);
  const directory = at(start, size - 22 - start);
  const members: (Member & { from: number; next: number })[] = [];
  let entry = directory;
  for (let left = end.readUInt16LE(10); left > 0; left--) {
    if (entry.readUInt32LE() !== 0x02014b50) throw new Unreadable('zip 的目录已损坏');
    const [flags, method] = [entry.readUInt16LE(8), entry.readUInt16LE(10)];
    const [packed, length] = [entry.readUInt32LE(20), entry.readUInt32LE(24)];
    const [mode, from] = [entry.readUInt16LE(40), entry.readUInt32LE(42)];
    const name = entry.toString('utf8', 46, 46 + entry.readUInt16LE(28));
    const header = at(from, 30);
    const content = from + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const same = at(from + 30, header.readUInt16LE(26)).toString() === name;
    // Behind a file may stand a record of its size and checksum, with a mark or without.
    const marked = flags & 8 && at(content + packed, 4).readUInt32LE() === 0x08074b50;
    const isFolder = name.endsWith('/') && length === 0;
    members.push({
      path: isFolder ? name.slice(0, -1) : name,
      fault: same ? modeFault(isFolder ? 0 : mode) : '文件名在 zip 里前后不一',
      size: isFolder ? -1 : Math.max(length, packed > LIMITS.file ? packed : 0),
      read: () =>
        method === 0
          ? at(content, packed)
          : inflateRawSync(at(content, packed), { maxOutputLength: length || 1 }),
      from,
      next: content + packed + (flags & 8 ? (marked ? 16 : 12) : 0),
    });
    entry = entry.subarray(
      46 + Buffer.byteLength(name) + entry.readUInt16LE(30) + entry.readUInt16LE(32),
    );
  }
  let next = 0;
  for (const member of members.toSorted((a, b) => a.from - b.from)) {
    if (member.from !== next) break;
    next = member.next;
  }
  if (next !== start || entry.length > 0)
    throw new Unreadable('zip 的开头或中间有不属于任何文件的字节');
  return members;
}

function folderMembers(path: string): Member[] {
  const inner = fs.readdirSync(path, { withFileTypes: true }).filter((one) => one.isDirectory());
  const within = inner.length === 1 ? join(path, inner[0]!.name) : path;
  const root = [path, within].find((folder) =>
    ['bagit.txt', TAG_MANIFEST].some((name) => fs.existsSync(join(folder, name))),
  );
  if (!root) throw new Unreadable('里面没有 bagit.txt，不是解压出来的归档，或只是它的一部分');
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const { size, mode } = fs.lstatSync(file);
      const name = relative(root, file).split(sep).join('/').normalize();
      return { path: name, fault: modeFault(mode), size, read: () => fs.readFileSync(file) };
    });
}

/**
 * @param path a zip, or the folder that it was unpacked into
 * @returns every fault, none for an archive that is whole; how many files were read; the manifest's checksum
 */
export function verify(path: string) {
  const findings: Finding[] = [];
  const say = (kind: Kind, where: string, detail: string): void => {
    if (findings.length < LIMITS.findings) findings.push({ kind, path: where, detail });
  };
  const stats = fs.statSync(path, { throwIfNoEntry: false });
  const file = stats?.isFile() ? fs.openSync(path, 'r') : undefined;
  const at: ReadAt = (from, length) => {
    if (length < 0 || from + length > stats!.size) throw new Unreadable('zip 不完整，或者已损坏');
    const bytes = Buffer.alloc(length);
    fs.readSync(file!, bytes, 0, length, from);
    return bytes;
  };
  const sums = new Map<string, string>();
  const manifests = new Map<string, string>();
  try {
    if (!stats) throw new Unreadable('找不到');
    const members = file ? zipMembers(at, stats.size) : folderMembers(path);
    const bagit = members.find((one) => /^([^/]+\/)?bagit\.txt$/u.test(one.path));
    const prefix = bagit?.path.slice(0, -'bagit.txt'.length);
    if (prefix === undefined && file) throw new Unreadable('里面没有 bagit.txt，不是文库的归档');
    if (members.reduce((sum, { size }) => sum + size, 0) > LIMITS.unpacked)
      throw new Unreadable('展开后超过 2 GB，没有核对');
    const twinOf = twinFinder();
    members.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path: full, size, fault, read } of members) {
      const inside = full.startsWith(prefix ?? '');
      const name = inside ? full.slice(prefix?.length) : full;
      const twin = twinOf(full);
      const danger = fault ?? pathFault(full) ?? (twin && `会与 ${twin} 互相覆盖`);
      if (danger) say('不安全', name, danger);
      if (size < 0 || fault) continue;
      if (!inside) say('多出', name, `在 ${prefix} 之外`);
      else if (size > LIMITS.file) say('已改变', name, '超过 200 MB，没有核对');
      else
        try {
          const bytes = read();
          if (bytes.length !== size) throw new Error('size');
          sums.set(name, sha256(bytes));
          if ([PAYLOAD_MANIFEST, TAG_MANIFEST].includes(name) && size <= LIMITS.manifest)
            manifests.set(name, Buffer.from(bytes).toString());
        } catch {
          sums.set(name, '');
        }
    }
    checkManifest(TAG_MANIFEST, (name) => !name.startsWith('data/') && name !== TAG_MANIFEST);
    checkManifest(PAYLOAD_MANIFEST, (name) => name.startsWith('data/'));
  } catch (error) {
    const known = error instanceof Unreadable;
    say(file ? '归档损坏' : '路径不对', path, known ? error.message : '读不到底，已损坏');
  }
  function checkManifest(manifest: string, covers: (name: string) => boolean): void {
    const text = manifests.get(manifest);
    if (text === undefined) return say('缺少', manifest, '没有清单，无从核对');
    const { sums: listed, faults } = parseManifest(text);
    for (const [line, reason] of faults) say('清单有误', `${manifest} 第 ${line} 行`, reason);
    for (const [name, sum] of listed) {
      const is = sums.get(name);
      if (!covers(name)) say('清单有误', manifest, `${name} 不该列在这里`);
      else if (is === undefined) say('缺少', name, `列在 ${manifest}`);
      else if (is === '') say('已改变', name, '压缩数据损坏，读不出来');
      else if (is !== sum)
        say(name === PAYLOAD_MANIFEST ? '清单有误' : '已改变', name, `应为 ${sum}，实为 ${is}`);
    }
    for (const name of sums.keys())
      if (covers(name) && !listed.has(name)) say('多出', name, `不在 ${manifest} 中`);
  }
  if (file) fs.closeSync(file);
  return { findings, files: sums.size, manifestSum: sums.get(PAYLOAD_MANIFEST) };
}
