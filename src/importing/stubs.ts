/** Entries for documents that an imported text cites: their title or number as cited, and the words that cite them. Pure. */
import type { EntryKey } from '../library/types.ts';
import type { Lacking } from './citations.ts';
import { frontmatterOf } from './draft/frontmatter.ts';

export interface Stub {
  key: EntryKey;
  title: string;
  source: string;
}

/**
 * @param from the document that cites them
 * @param taken keys that exist already
 * @returns an entry each, holding nothing that the citing words do not say
 */
export function stubsFor(
  lacking: readonly Lacking[],
  from: EntryKey,
  taken: ReadonlySet<EntryKey>,
): Stub[] {
  const used = new Set(taken);
  return lacking.map(({ title, number, quote }): Stub => {
    const year = /〔(\d{4})〕/u.exec(number ?? '')?.[1];
    const serial = /(\d+)\s?号/u.exec(number ?? '')?.[1];
    const base = year && serial ? `${year}-${Number(serial)}` : `cited-in-${from.split('/')[1]}`;
    let key: EntryKey = `policies/${base}`;
    for (let i = year ? 2 : 1; used.has(key) || (!year && key === `policies/${base}`); i++)
      key = `policies/${base}-${i}`;
    used.add(key);
    const name = (title ?? number)!;
    const fields = {
      title: name,
      ...(title && number ? { aliases: [number] } : {}),
      ...(number ? { number } : {}),
      evidence: [{ in: from, quote }],
    };
    return { key, title: name, source: frontmatterOf(fields) };
  });
}
