/** `npm run archive:verify FILE`: is this archive, zip or unpacked, still whole? Status 0 if so, otherwise 1. */
import { inWords, remedies } from '../archive/findings.ts';
import { verify } from '../archive/verify.ts';

/** A hundred lines say enough; a copy that lost half its files would scroll everything else away. */
const MOST_LINES = 100;

const paths = process.argv.slice(2);
if (paths.length === 0) fail(['请写出要核对的 zip 或文件夹：npm run archive:verify 文件']);
for (const path of paths) {
  try {
    const { files, findings } = await verify(path);
    if (findings.length === 0) console.log(`完好　${path}：${files} 个文件，与清单逐一相符`);
    else fail([...report(path, findings.map(inWords)), '', ...remedies(findings)]);
  } catch (error) {
    fail([(error as Error).message]);
  }
}

function report(path: string, lines: string[]): string[] {
  const more = lines.length > MOST_LINES ? [`……另有 ${lines.length - MOST_LINES} 处`] : [];
  return [`核对不符　${path}，${lines.length} 处：`, ...lines.slice(0, MOST_LINES), ...more];
}

function fail(lines: string[]): void {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
