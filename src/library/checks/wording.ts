/** Wording: does each date, number, amount and note of a field stand in the words that it rests on? */
import { loose, statesAmount } from './claims.ts';
import { compact } from '../names/names.ts';
import { findNoted } from '../relations/quotations.ts';
import { isReplaced } from '../relations/relations.ts';
import type { Entry, EntryKey, Report } from '../types.ts';
import { simplified } from '../../text/simplified.ts';

/** The words that an entry's claims may rest on. */
const grounds = (entry: Entry): string[] => [
  ...entry.evidence.map((e) => e.quote),
  ...entry.blocks.map((b) => b.text),
];

function stands(words: string, entry: Entry): boolean {
  const all = grounds(entry);
  if (all.some((ground) => ground.includes(words))) return true;
  const sought = loose(words);
  return all.some((ground) => loose(ground).includes(sought));
}

/** Whether an outside fact provides this value. */
const isProvided = (entry: Entry, value: string): boolean =>
  entry.external.some((fact) => Object.values(fact.provides ?? {}).includes(value));

/** Validity stands in words, or, where it has ended, is what the document that replaces this one states. */
function checkValidity(entry: Entry, entries: ReadonlyMap<string, Entry>, report: Report): void {
  const value = entry.fields['validity'] as string | undefined;
  if (!value || value === '不详' || stands(value, entry) || isProvided(entry, value)) return;
  const ended = value === '已修改' || value === '已废止';
  if (!(ended && isReplaced(entry, entries))) report(['validity'], 'validity-unfounded', { value });
}

/** Dates, official fields and areas stand in the entry's quotations or in its own text. */
export function checkWording(
  entry: Entry,
  entries: ReadonlyMap<string, Entry>,
  report: Report,
): void {
  const { date, dateText } = entry;
  if (dateText && !stands(dateText, entry))
    report(['dateText'], 'date-wording', { value: dateText });
  if (date && !dateText && entry.blocks.length === 0) report(['date'], 'date-unfounded');
  const single = [
    'number',
    'addressee',
    'signatory',
    'handler',
    'phone',
    'masthead',
    'signature',
    'copies',
    'classification',
    'urgency',
    'annotation',
    'printing',
  ];
  for (const field of single) {
    const value = entry.fields[field];
    if (typeof value === 'string' && !stands(value, entry))
      report([field], 'wording-unfounded', { value });
  }
  const { proposal, tier } = entry.fields as Record<string, never>;
  for (const [field, value] of Object.entries((proposal ?? {}) as Record<string, string>))
    if (!stands(value, entry)) report(['proposal', field], 'wording-unfounded', { value });
  if (tier !== undefined && !grounds(entry).some((words) => statesAmount(words, tier, '亿元')))
    report(['tier'], 'tier-unfounded', { tier: String(tier) });
  checkValidity(entry, entries, report);
  const areas = (entry.fields.fields as string[] | undefined) ?? [];
  areas.forEach((area, i) => {
    if (!stands(area, entry)) report(['fields', i], 'area-unfounded', { value: area });
  });
}

/** Notes and ends of pages are on words of the text; what an outside fact provides stands in its quotation. */
export function checkNotes(entry: Entry, report: Report): void {
  entry.notes.forEach((note, i) => {
    if (!findNoted(entry, note)) report(['notes', i, 'on'], 'note-unfounded', { value: note.on });
  });
  entry.pageBreaks.forEach((pageBreak, i) => {
    if (!findNoted(entry, pageBreak))
      report(['pageBreaks', i, 'on'], 'page-break-unfounded', { value: pageBreak.on });
  });
  entry.external.forEach((fact, i) => {
    for (const [name, value] of Object.entries(fact.provides ?? {}))
      if (!loose(simplified(fact.quote)).includes(loose(value)))
        report(['external', i, 'provides', name], 'provided-unfounded', { value });
  });
}

// Whether the full name of a body rests on words.

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

// Whether an entry's one sentence says more than its title does.

/** Words that only say where an entry stands among others: its page shows that anyway. */
const PLACE = /任务和|[的]?举措|之[一二三四五六七八九十]+|下一步|工作|重点|积极|一批|[\p{P}\s]/gu;
/** What is left over says something when it has at least this many characters. */
const LEAST = 3;

/** The names of an entry and of the measures that it is part of, the longest first. */
function namesAround(entry: Entry, entries: ReadonlyMap<EntryKey, Entry>): string[] {
  const around = new Set<Entry>();
  for (let one: Entry | undefined = entry; one && !around.has(one);) {
    around.add(one);
    one = entries.get(`measures/${String(one.fields['partOf'])}`);
  }
  return [...around]
    .flatMap(({ title, aliases }) => [title, ...aliases])
    .map(compact)
    .toSorted((a, b) => b.length - a.length);
}

/** A summary that only repeats its title, and that of what it is part of, is left out. */
export function checkSummary(
  entry: Entry,
  entries: ReadonlyMap<EntryKey, Entry>,
  report: Report,
): void {
  if (entry.summary === undefined) return;
  let rest = compact(entry.summary);
  for (const name of namesAround(entry, entries)) rest = rest.replaceAll(name, '');
  if ([...rest.replace(PLACE, '')].length < LEAST) report(['summary'], 'summary-repeats', {});
}
