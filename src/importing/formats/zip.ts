/** Opens the zip that a .docx or .odt is, within bounds: a bomb is told by its directory, before it is unpacked. */
import { unzipSync } from 'fflate';
import { ImportFault } from '../fault.ts';

const MOST_FILES = 5_000;
const MOST_BYTES = 256 * 1024 * 1024;
/** XML packs to a twentieth; nothing honest packs a large file to a two-hundredth. */
const MOST_RATIO = 200;
const SMALL = 4 * 1024 * 1024;

export type Parts = Record<string, Uint8Array>;

/**
 * @param wanted which files to unpack
 * @throws ImportFault where the zip is broken, or unpacks to more than a document can be
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean): Parts {
  let files = 0;
  let total = 0;
  const bomb = new ImportFault('压缩包展开后大得不像一份文件（疑为压缩炸弹），没有打开。');
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        files++;
        if (!wanted(name)) return false;
        total += originalSize;
        const dense = originalSize > SMALL && originalSize > Math.max(1, size) * MOST_RATIO;
        if (files > MOST_FILES || total > MOST_BYTES || dense) throw bomb;
        return true;
      },
    });
  } catch (error) {
    if (error === bomb) throw error;
    throw new ImportFault('文件已损坏，打不开。请用 Word 或 WPS 打开并另存后再导入。');
  }
}
