/** Names: which strings mean which entry, and which are claimed twice. */
import { say } from '../problems/registry.ts';
import type { Entry, EntryKey, Problem } from '../types.ts';

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
      if ([...name].length < 2)
        problems.push({ ...where(), ...say('name-short', { name: claim }) });
      else if (owner) {
        const code = owner === entry ? 'name-twice-here' : 'name-taken';
        const { key, file } = owner;
        problems.push({ ...where(), ...say(code, { name: claim, key, file }) });
      } else owners.set(name, entry);
    }
  }
  return { names: [...owners].map(([text, entry]) => ({ text, key: entry.key })), problems };
}
