/** `npm run archive`: builds the site, and puts its archive into `archive/`, checked. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeWhole } from '../content/write-files.ts';
import { sha256 } from '../content/read-entry.ts';
import { verify } from '../exports/archive/verify.ts';
import { stop, tell } from './command-line.ts';

// The site's own build, as `npm run build` runs it: one that fails leaves the last archive as it was. ARCHIVE: packed and
// offered, however large.
const { status } = spawnSync(process.execPath, ['src/commands/build.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ARCHIVE: 'yes' },
});
if (status !== 0) stop('网站没有建成，所以没有归档。请先改正上面列出的问题。');

const downloads = join(resolve(process.env['OUT_DIR'] ?? 'dist'), 'downloads');
const name = readdirSync(downloads).find((file) => file.endsWith('.zip'));
if (!name) stop(`${downloads} 里没有 zip。astro.config.mjs 里是否少了 archive()？`);
const built = join(downloads, name);
const lines = verify(built).findings.map(({ kind, path, detail }) => `${kind}　${path}：${detail}`);
if (lines.length > 0) stop(`${built} 核对不符：\n${lines.join('\n')}`);

const zip = readFileSync(built);
const path = join(resolve(process.env['ARCHIVE_DIR'] ?? 'archive'), name);
writeWhole(path, zip);
writeWhole(`${path}.sha256`, `${sha256(zip)}  ${name}\n`);
tell(`归档：核对无误\n${path}\n${zip.length} 字节，SHA-256 ${sha256(zip)}`);
