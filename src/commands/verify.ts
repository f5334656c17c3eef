/** `npm run archive:verify FILE`: is this archive, zip or unpacked, still whole? Status 0 if so, otherwise 1. */
import { editionOf } from '../exports/archive/bag.ts';
import { LIMITS, verify } from '../exports/archive/verify.ts';
import { printable } from '../text/safe-text.ts';
import { fromTyped, tell, tellFault } from './command-line.ts';

const paths = process.argv.slice(2).map((path) => fromTyped(path));
if (paths.length === 0)
  tellFault('请写出要核对的 zip 或文件夹：npm run archive:verify 文件的完整路径');
for (const path of paths) {
  const { findings, files, manifestSum } = verify(path);
  if (findings.length === 0) {
    const edition = editionOf(manifestSum!);
    tell(`完好　${printable(path)}：${files} 个文件，与清单逐一相符；版本号 ${edition}`);
    continue;
  }
  const least = findings.length === LIMITS.findings ? '至少 ' : '';
  tellFault(`核对不符　${printable(path)}，${least}${findings.length} 处：`);
  for (const { kind, path: where, detail } of findings)
    tellFault(printable(`${kind}　${where}：${detail}`));
  tellFault(
    '请重新解压整个 zip，或重新下载、复制归档，并与 .sha256 文件比较。多出的文件，.DS_Store、Thumbs.db 一类是系统自动生成的；' +
      '其余的先与另一份副本比较，不要径行删除。清单有误的，其余各项也不作准；不安全的，不要解压或打开。',
  );
}
