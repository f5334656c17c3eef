/** Names that Windows, macOS and Linux can all unpack, whatever the language of the system. */
import { isDeviceName } from '../../text/device-name.ts';

/** With the folder of a user before it, a path stays under the 260 characters of Windows. */
const LONGEST_PATH = 160;

/**
 * Finds names that some system cannot unpack.
 * @param paths relative, with `/`
 * @param root name of the folder that all of them will stand in
 * @returns one sentence a fault, saying what to do; none if all is well
 */
export function unsafeNames(paths: Iterable<string>, root: string): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const path of paths) {
    const reason = whyUnsafe(path, root);
    if (reason) faults.push(`${path}：${reason}`);
    const twin = seen.get(path.toLowerCase());
    if (twin)
      faults.push(`${path}：与 ${twin} 只差大小写，在 Windows 和 macOS 上会互相覆盖。请改名。`);
    seen.set(path.toLowerCase(), path);
  }
  return faults;
}

function whyUnsafe(path: string, root: string): string | undefined {
  if (root.length + 1 + path.length > LONGEST_PATH) {
    return `路径超过 ${LONGEST_PATH} 个字符，在 Windows 上可能无法解压。请缩短。`;
  }
  for (const name of path.split('/')) {
    if (!/^[\x20-\x7e]+$/.test(name)) return '文件名须为 ASCII 字符。请改名，中文名写在页面里。';
    if (/[<>:"\\|?*]/.test(name))
      return '文件名含 Windows 不允许的字符（< > : " \\ | ? *）。请改名。';
    if (/[ .]$/.test(name)) return '文件名以空格或句点结尾，Windows 会把它去掉。请改名。';
    if (/^ /.test(name)) return '文件名以空格开头。请改名。';
    if (isDeviceName(name)) return `${name} 是 Windows 的设备名。请改名。`;
  }
  return undefined;
}
