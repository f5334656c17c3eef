/** Nothing lost, nothing added: two texts compared without white space. Pure. */
import { solid } from '../received.ts';

export interface Difference {
  /** Words before the place, then what stands on either side. */
  before: string;
  expected: string;
  found: string;
}

const AROUND = 24;

/** @returns where two texts part, or null where they are the same but for white space */
export function difference(expected: string, found: string): Difference | null {
  const a = [...solid(expected)];
  const b = [...solid(found)];
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (at === a.length && at === b.length) return null;
  const cut = (chars: string[]): string => chars.slice(at, at + AROUND).join('');
  return {
    before: a.slice(Math.max(0, at - AROUND), at).join(''),
    expected: cut(a),
    found: cut(b),
  };
}

/** The characters that one text has more of than the other; empty on both sides where only their order differs. */
export function surplus(expected: string, found: string): { lost: string; added: string } {
  const counts = new Map<string, number>();
  for (const char of solid(expected)) counts.set(char, (counts.get(char) ?? 0) + 1);
  for (const char of solid(found)) counts.set(char, (counts.get(char) ?? 0) - 1);
  const all = [...counts];
  const take = (sign: 1 | -1): string =>
    all.map(([char, n]) => char.repeat(Math.max(0, n * sign))).join('');
  return { lost: take(1), added: take(-1) };
}

/** @returns a difference as an editor reads it */
export const describeDifference = ({ before, expected, found }: Difference): string =>
  `在“${before}”之后：收到的是“${expected || '（完）'}”，得到的是“${found || '（完）'}”`;
