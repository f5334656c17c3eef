/** The `.sha256` file that lies beside a zip: the one checksum that covers all of it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Finding } from './findings.ts';

/** Far more than a list of checksums needs; a larger file is something else. */
const MOST_BYTES = 65_536;

export interface SidecarCheck {
  /** `compared` also when the two differ. */
  state: 'none' | 'unreadable' | 'compared';
  findings: Finding[];
}

/**
 * Compares a zip's checksum with the one stated beside it.
 * @param sum the zip's own SHA-256, in lower case
 */
export function checkSidecar(zip: string, sum: string): SidecarCheck {
  const path = `${zip}.sha256`;
  if (!existsSync(path)) return { state: 'none', findings: [] };
  const stated = statedSum(readFileSync(path).subarray(0, MOST_BYTES).toString(), basename(zip));
  if (stated === undefined) {
    const detail = '里面没有“64 位十六进制校验值”，不能用来核对';
    return { state: 'unreadable', findings: [{ kind: 'sidecar', path, detail }] };
  }
  if (stated === sum) return { state: 'compared', findings: [] };
  const detail = `与 ${basename(path)} 所列的 SHA-256 不符：应为 ${stated}，实为 ${sum}`;
  return { state: 'compared', findings: [{ kind: 'container', path: zip, detail }] };
}

/** The sum on the zip's own line, or on the first: a copy may have been given another name. */
function statedSum(text: string, name: string): string | undefined {
  const lines = [...text.matchAll(/^\uFEFF?([0-9a-f]{64})(?:[ \t]+\*?(.+?))?[ \t]*\r?$/gim)];
  const own = lines.find((line) => line[2] === name) ?? lines[0];
  return own?.[1]!.toLowerCase();
}
