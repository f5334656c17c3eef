/** `npm run archive:verify FILE`: is this archive, zip or unpacked, still whole? Status 0 if so, otherwise 1. */
import { resolve } from 'node:path';
import { editionOf } from '../exports/archive/edition.ts';
import { describeFinding, remedies } from '../exports/archive/findings.ts';
import { verify, type Verdict } from '../exports/archive/verify.ts';

/** A hundred lines say enough; a copy that lost half its files would scroll everything else away. */
const MOST_LINES = 100;

const SIDECAR = {
  none: '旁边没有 .sha256 文件，请与“离线”页所列的 SHA-256 比较',
  unreadable: '旁边的 .sha256 文件读不懂，没有比较',
  compared: '已与旁边的 .sha256 文件比较，相符',
};

// npm runs this in the software's folder; a path is meant from where it was typed.
const typedIn = process.env['INIT_CWD'] ?? process.cwd();
const paths = process.argv.slice(2).map((path) => resolve(typedIn, path));
if (paths.length === 0)
  fail(['请写出要核对的 zip 或文件夹：npm run archive:verify 文件的完整路径']);
for (const path of paths) {
  try {
    const verdict = await verify(path);
    const { findings } = verdict;
    if (findings.length === 0) console.log(whole(path, verdict).join('\n'));
    else fail([...report(path, findings.map(describeFinding)), '', ...remedies(findings)]);
  } catch (error) {
    fail([(error as Error).message]);
  }
}

/** Enough to be written into a record: which bytes were found whole, and what they were compared with. */
function whole(path: string, { files, manifest, tagManifest, zip }: Verdict): string[] {
  return [
    `完好　${path}：${files} 个文件，与清单逐一相符`,
    ...(zip ? [`zip 的 SHA-256：${zip.sha256}（${SIDECAR[zip.sidecar]}）`] : []),
    `tagmanifest-sha256.txt 的 SHA-256：${tagManifest}`,
    `版本号：${editionOf(manifest!)}`,
  ];
}

function report(path: string, lines: string[]): string[] {
  const more = lines.length > MOST_LINES ? [`……另有 ${lines.length - MOST_LINES} 处`] : [];
  return [`核对不符　${path}，${lines.length} 处：`, ...lines.slice(0, MOST_LINES), ...more];
}

function fail(lines: string[]): void {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
