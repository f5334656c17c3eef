/** Whether the full name of a body rests on words. */
import { loose } from './amounts.ts';
import type { Entry, EntryKey, Report } from '../types.ts';

type Entries = ReadonlyMap<EntryKey, Entry>;

/** A body's full name stands in its evidence, its own text or an outside source; else its basis is told. */
export function checkFullName(entry: Entry, entries: Entries, report: Report): void {
  if (entry.collection !== 'organisations' || entry.evidence.length === 0) return;
  const concerning = [...entries.values()].flatMap(({ external }) =>
    external.filter((fact) => fact.concerns?.includes(entry.key)),
  );
  const grounds = [
    ...entry.evidence.map(({ quote }) => quote),
    ...entry.blocks.map(({ text }) => text),
    ...[...entry.external, ...concerning].map(({ quote }) => quote),
  ];
  const stands = grounds.some((ground) => loose(ground).includes(loose(entry.title)));
  if (!stands && entry.fields['nameBasis'] === undefined)
    report(['title'], 'full-name-unfounded', { title: entry.title });
}
