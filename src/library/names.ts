/** Names: which strings mean which entry, and which are claimed twice. */
import type { Entry, EntryKey, Problem } from './types.ts';

/** A name in the form that is compared: without spaces. */
export const compact = (text: string): string => text.replace(/\s+/gu, '');

export interface Name {
  text: string;
  key: EntryKey;
}

/**
 * Collects every title and alias.
 * @param entries all entries of the library
 * @returns the names, compacted, each once, and a problem for every name that two entries claim
 *   or that is too short to be recognised
 */
export function collectNames(entries: Iterable<Entry>): { names: Name[]; problems: Problem[] } {
  const owners = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const claims: [string, (string | number)[]][] = [
      [entry.title, ['title']],
      ...entry.aliases.map((alias, i): [string, (string | number)[]] => [alias, ['aliases', i]]),
    ];
    for (const [claim, path] of claims) {
      const name = compact(claim);
      const owner = owners.get(name);
      const where = () => ({ file: entry.file, line: entry.lineOf(path) });
      if ([...name].length < 2) {
        problems.push({
          ...where(),
          message: `名称“${claim}”太短，不足两个字，无法在文中识别`,
          hint: '请写两个字以上的名称',
        });
      } else if (owner) {
        const twice = owner === entry;
        problems.push({
          ...where(),
          message: twice
            ? `名称“${claim}”在本条目中写了两次`
            : `名称“${claim}”已属于 ${owner.key}（${owner.file}）`,
          hint: twice
            ? '请删去一处'
            : '同一名称只能指一个条目：请改用更完整的名称，或从其中一个条目的 aliases 中删去',
        });
      } else owners.set(name, entry);
    }
  }
  return { names: [...owners].map(([text, entry]) => ({ text, key: entry.key })), problems };
}
