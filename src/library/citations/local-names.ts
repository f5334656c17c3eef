/** Names that a text gives to others for its own length: 《行政许可法》（以下简称许可法）. */
import type { EntryKey } from '../types.ts';
import type { Entry } from '../types.ts';
import { plainName } from './document-names.ts';

const INTRODUCES =
  /《([^《》]+)》[^，。；《》（(]{0,12}[（(](?:以下)?(?:统称|简称|称)(?:为)?[“《]?([^”》）)，。]{2,20})[”》]?[)）]/gu;

/**
 * @param names which entry a name means
 * @returns for each name the text introduces, the entry; null where the library does not hold it
 */
export function localNames(
  { blocks }: Entry,
  names: ReadonlyMap<string, EntryKey>,
): Map<string, EntryKey | null> {
  const local = new Map<string, EntryKey | null>();
  for (const { text } of blocks) {
    if (!text.includes('称')) continue;
    for (const [, title = '', name = ''] of text.matchAll(INTRODUCES))
      local.set(plainName(name), names.get(plainName(title)) ?? null);
  }
  return local;
}
