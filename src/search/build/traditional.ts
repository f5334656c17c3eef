/** Traditional → Simplified, by OpenCC's own table, cut to what one library can need. Build time only. */
import traditionalCharacters from 'opencc-js/dict/TSCharacters';

/** OpenCC's whole table, one character each; where it gives several, the first, as OpenCC itself does. */
export function wholeTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (const line of (traditionalCharacters as string).split('|')) {
    const [traditional, simplified] = line.split(' ');
    if (traditional && simplified && traditional !== simplified) table.set(traditional, simplified);
  }
  return table;
}

/** The entries that matter to texts made of these normalised characters. */
export function traditionalTable(characters: ReadonlySet<string>): Map<string, string> {
  const entries = [...wholeTable()].filter(
    ([from, to]) => characters.has(to) || characters.has(from),
  );
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
