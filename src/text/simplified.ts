/** Traditional characters as Simplified ones, by OpenCC's own table. Build time only. */
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

/** The table cut to what one library can need: the entries that matter to texts made of these normalised characters. */
export function traditionalTable(characters: ReadonlySet<string>): Map<string, string> {
  const entries = [...wholeTable()].filter(
    ([from, to]) => characters.has(to) || characters.has(from),
  );
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

let table: Map<string, string> | undefined;

/** A text with every Traditional character replaced: 常發〔2020〕18號 is 常发〔2020〕18号. */
export function simplified(text: string): string {
  const known = (table ??= wholeTable());
  return Array.from(text, (char) => known.get(char) ?? char).join('');
}
