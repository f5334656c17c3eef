/** Fields that a form may state where it has no room to say where they come from. */
import type { Entry } from '../library/types.ts';
import { isUnverified, knownField } from './known-fields.ts';

/** @returns a field that the library's documents state, or a source that was checked; a copy (待核实) is none */
export function certainField(entry: Entry, name: string): string | undefined {
  const known = knownField(entry, name);
  return known?.provider && isUnverified(known.provider) ? undefined : known?.text;
}
