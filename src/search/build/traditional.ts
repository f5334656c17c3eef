/** Traditional → Simplified, cut to what one library can need. Build time only. */
import { wholeTable } from '../../text/simplified.ts';

/** The entries that matter to texts made of these normalised characters. */
export function traditionalTable(characters: ReadonlySet<string>): Map<string, string> {
  const entries = [...wholeTable()].filter(
    ([from, to]) => characters.has(to) || characters.has(from),
  );
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
