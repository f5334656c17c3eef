/** The built site's own archive, unpacked where people put such things: a path with spaces and Chinese characters. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { builtSite } from '../browser/site.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** @returns path of the zip that the built site offers */
function builtArchive(): string {
  const downloads = join(builtSite, 'downloads');
  return join(
    downloads,
    readdirSync(downloads).find((file) => file.endsWith('.zip'))!,
  );
}

/** @returns the archive's top folder */
export function unpackArchive(): string {
  const root = join(temporaryFolder('usb-'), 'U盘 副本（离线）', '政策 文库 #1');
  const files = Object.entries(unzipSync(readFileSync(builtArchive())));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return join(root, files[0]![0].split('/')[0]!);
}
