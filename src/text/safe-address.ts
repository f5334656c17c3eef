/**
 * Which addresses a text may lead to, judged as a browser's own parser reads them: it drops tabs and line ends, so
 * that `java⇥script:` is a script to it whatever a pattern says. Asked when an entry is read and whenever one is written.
 */
import { hasControlCharacters } from './control-characters.ts';

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
