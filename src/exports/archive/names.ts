/** Names that Windows, macOS and Linux can all unpack, whatever the language of the system. */
import { hasControlCharacters, isDeviceName } from '../../text/safe-text.ts';

/** With the folder of a user before it, a path stays under the 260 characters of Windows. */
const LONGEST_PATH = 160;

/**
 * @param path relative, with `/`
 * @returns why nobody may unpack a file under this path, in a clause; undefined for one that is harmless
 */
export function pathFault(path: string): string | undefined {
  if (/^([/\\~]|[a-z]:)/iu.test(path)) return '是绝对路径';
  if (hasControlCharacters(path)) return '含控制字符';
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return '会指到别处';
    if (/[<>:"\\|?*]/u.test(name)) return '含 Windows 不允许的字符（< > : " \\ | ? *）';
    if (/^ |[ .]$/u.test(name)) return '有文件名以空格开头，或以空格或句点结尾，Windows 会把它去掉';
    if (isDeviceName(name)) return `${name} 是 Windows 的设备名`;
  }
  return undefined;
}

/** Asked of paths one after another, tells the earlier one that differs only by case or by Unicode's normal form. */
export function twinFinder(): (path: string) => string | undefined {
  const seen = new Map<string, string>();
  return (path) => {
    const folded = path.normalize('NFC').toLowerCase();
    const twin = seen.get(folded);
    if (twin === undefined) seen.set(folded, path);
    return twin;
  };
}

/**
 * Finds names of our own that some system cannot unpack; they must be ASCII besides.
 * @param root name of the folder that all of them will stand in
 * @returns one sentence a fault, saying what to do; none if all is well
 */
export function unsafeNames(paths: Iterable<string>, root: string): string[] {
  const twinOf = twinFinder();
  const faultOf = (path: string): string | undefined => {
    if (root.length + 1 + path.length > LONGEST_PATH)
      return `路径超过 ${LONGEST_PATH} 个字符，在 Windows 上可能无法解压。请缩短。`;
    if (!/^[\x20-\x7e]+$/u.test(path)) return '文件名须为 ASCII 字符。请改名，中文名写在页面里。';
    const fault = pathFault(path);
    return fault && `${fault}。请改名。`;
  };
  return [...paths].flatMap((path) => {
    const twin = twinOf(path);
    const same = twin && `与 ${twin} 只差大小写，在 Windows 和 macOS 上会互相覆盖。请改名。`;
    return [faultOf(path), same].flatMap((said) => (said ? `${path}：${said}` : []));
  });
}
