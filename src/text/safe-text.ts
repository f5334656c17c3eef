/**
 * What no text, file name or address may hold that strangers wrote.
 *
 * Control characters: Unicode's general category Cc. No printed text has them; a terminal, a reader of lines or a browser
 * would obey them. What XML cannot hold is another set, which XML 1.0 names (`src/exports/markup.ts`). Marks of direction
 * are no control characters, but they make a terminal or a page show a text in another order than it is written.
 */

/** Whether a text, a path or a request has any of them. */
export const hasControlCharacters = (text: string): boolean => /\p{Cc}/u.test(text);

/** A text without them, but for tabs and the ends of its lines. */
export const withoutControlCharacters = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n]/gu, '');

/** A text on one line: a row of them, ends of lines too, is one space. */
export const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** Control characters but for tabs and line ends, and the marks that turn a text's direction. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * What no title and no body may hold.
 * @returns the first such character, as `U+202E`, and the line that it stands in, from 1; null where there is none
 */
export function forbiddenCharacter(text: string): { character: string; line: number } | null {
  const found = FORBIDDEN.exec(text);
  if (!found) return null;
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { character: `U+${code}`, line: text.slice(0, found.index).split('\n').length };
}

const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A file's name, a title or a line of somebody's text as any command prints it: on one line, with `\u001b` in place of a
 * character that a terminal would obey. Within JSON that means the same character.
 */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A whole name, or the part of it before the first dot, that Windows keeps for devices: no file can have it there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** @param name of a file, without its folder */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);

// Which addresses a text may lead to, judged as a browser's own parser reads them: it drops tabs and line ends,
// so that `java⇥script:` is a script to it whatever a pattern says. Asked when an entry is read and whenever one
// is written.

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** Stands for the page that a relative address is read from. */
const PAGE = 'https://page.invalid/folder/page.html';

/** Whose hosts are official: government bodies of China, its armed forces, and the top-level domain 政务. */
const OFFICIAL_HOSTS = ['gov.cn', 'mil.cn', 'xn--zfr164b'];

/** @returns the protocol that a browser finds in an address, with its colon; null for a relative address */
export const protocolOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).protocol : null;

/**
 * @param address as written: `https://…`, `mailto:…`, or relative; links to entries (`term:…`) are not addresses
 * @returns why nobody may be sent there, in Chinese; null where nothing is wrong
 */
export function addressFault(address: string): string | null {
  if (hasControlCharacters(address)) return '网址中有控制字符';
  if (!URL.canParse(address, PAGE)) return '不是能打开的网址';
  const url = new URL(address, PAGE);
  const protocol = protocolOf(address);
  if (protocol === null)
    return url.host === new URL(PAGE).host ? null : '没有写明 http:// 或 https://';
  if (!ALLOWED.has(protocol)) return `不能通向 ${protocol}`;
  if (protocol === 'mailto:') return null;
  if (!/^https?:\/\//iu.test(address)) return `须以 ${protocol}// 开头`;
  return url.username || url.password ? '网址中不能有用户名：@ 之前的不是网站' : null;
}

/** Whether an address may be written into a page, a file or a feed. */
export const isSafeAddress = (address: string): boolean => addressFault(address) === null;

/**
 * Whether a web address is that of a public body.
 * @param more hosts that a library trusts besides, as `library.yaml` names them; each stands for the hosts under it
 */
export function isOfficialAddress(address: string, more: readonly string[] = []): boolean {
  if (!isSafeAddress(address) || !/^https?:/u.test(protocolOf(address) ?? '')) return false;
  const { hostname } = new URL(address);
  return [...OFFICIAL_HOSTS, ...more].some(
    (host) => hostname === host || hostname.endsWith(`.${host}`),
  );
}
