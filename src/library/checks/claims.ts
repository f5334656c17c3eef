/** Claims: whatever a field says stands in the words that it rests on. */
import { PARTS } from '../../text/parts.ts';
import { simplified } from '../../text/simplified.ts';
import { compact } from '../names/names.ts';
import { findNoted, quotationsOf } from '../relations/quotations.ts';
import { isReplaced } from '../relations/relations.ts';
import type { FaultPlace, ProblemCode, Values } from '../problems/registry.ts';
import type { Award, Entry, EntryKey, Path, Quotation, Target } from '../types.ts';
import { holds, loose, statesAmount, statesDate, unfounded } from './grounds.ts';

type Entries = ReadonlyMap<EntryKey, Entry>;

/** Takes a fault of an entry: where, which, and the values that it names. */
export type Report = (at: FaultPlace, code: ProblemCode, values?: Values) => void;

/** Fields whose words are printed as they are: those of the official parts. */
const PRINTED = ['number', ...PARTS.map(({ id }) => id)];

/**
 * Checks what an entry says against its quotations, its own text and the outside sources.
 * @param entries all entries of the library
 */
export function checkClaims(entry: Entry, entries: Entries, report: Report): void {
  checkWording(entry, entries, report);
  checkSummary(entry, entries, report);
  checkFigures(entry, report);
  checkOutside(entry, report);
  for (const field of ['notes', 'pageBreaks'] as const)
    entry[field].forEach((note, i) => {
      const code = field === 'notes' ? 'note-unfounded' : 'page-break-unfounded';
      if (!findNoted(entry, note)) report([field, i, 'on'], code, { value: note.on });
    });
}

/** Dates, official fields, areas, validity and full names stand in the entry's quotations or in its own text. */
function checkWording(entry: Entry, entries: Entries, report: Report): void {
  const { key, title, collection, date, dateText, blocks, evidence, external } = entry;
  const texts = [...evidence.map(({ quote }) => quote), ...blocks.map(({ text }) => text)];
  const stands = (words: string): boolean => texts.some((text) => holds(text, words));
  if (date && !dateText && blocks.length === 0) report(['date'], 'date-unfounded');

  const fields = entry.fields as Record<string, string | undefined>;
  const { proposal = {}, tier } = entry.fields as { proposal?: object; tier?: number };
  const areas = (entry.fields['fields'] ?? []) as string[];
  const claims: [path: Path, words: string | undefined, code: ProblemCode][] = [
    [['dateText'], dateText, 'date-wording'],
  ];
  for (const field of PRINTED) claims.push([[field], fields[field], 'wording-unfounded']);
  for (const [field, words] of Object.entries(proposal))
    claims.push([['proposal', field], words as string, 'wording-unfounded']);
  areas.forEach((area, i) => claims.push([['fields', i], area, 'area-unfounded']));
  for (const [path, words, code] of claims)
    if (words && !stands(words)) report(path, code, { value: words });
  if (tier !== undefined && !texts.some((text) => statesAmount(text, tier, '亿元')))
    report(['tier'], 'tier-unfounded', { tier });

  // Validity that has ended may also be what the document that replaces this one states.
  const { validity, nameBasis } = fields;
  const provided = external.flatMap(({ provides = {} }) => Object.values(provides));
  const ended = validity === '已修改' || validity === '已废止';
  if (validity && validity !== '不详' && !stands(validity) && !provided.includes(validity))
    if (!ended || !isReplaced(entry, entries))
      report(['validity'], 'validity-unfounded', { value: validity });

  if (collection !== 'organisations' || evidence.length === 0 || nameBasis !== undefined) return;
  const concerning = [...entries.values()].flatMap((other) =>
    other.external.filter(({ concerns }) => other === entry || concerns?.includes(key)),
  );
  if (!stands(title) && !concerning.some(({ quote }) => holds(quote, title)))
    report(['title'], 'full-name-unfounded', { title });
}

/** The years that quoted words mean by the date of their document: 今年, 去年, 明年, a month without a year. */
function impliedYears(quotations: Quotation[], entries: Entries): Set<number> {
  const years = quotations.flatMap(({ in: key, quote }) => {
    const year = Number(entries.get(key)?.date?.slice(0, 4) ?? Number.NaN);
    return [
      ...(/今年|本年|(?<![年\d])\d{1,2}\s*月/u.test(quote) ? [year] : []),
      ...(/去年|上年/u.test(quote) ? [year - 1] : []),
      ...(/明年/u.test(quote) ? [year + 1] : []),
    ];
  });
  return new Set(years);
}

/** Words that only say where an entry stands among others: its page shows that anyway. */
const POSITION =
  /任务和|[的]?举措|之[一二三四五六七八九十]+|下一步|工作|重点|积极|一批|[\p{P}\s]/gu;
/** What is left over says something when it has at least this many characters. */
const LEAST = 3;

/** A summary says no more than the entry's words do, and more than its title and that of what it is part of. */
function checkSummary(entry: Entry, entries: Entries, report: Report): void {
  const { summary } = entry;
  if (summary === undefined) return;
  const quotations = quotationsOf(entry);
  const own = [...quotations.map(({ quote }) => quote), ...entry.blocks.map(({ text }) => text)];
  const grounds = own.length > 0 ? own : entry.external.map(({ quote }) => quote);
  const missing = unfounded(summary, grounds, impliedYears(quotations, entries));
  if (missing.length > 0) report(['summary'], 'summary-unfounded', { value: missing.join('”“') });

  const around = new Set<Entry>();
  for (let one: Entry | undefined = entry; one && !around.has(one);) {
    around.add(one);
    one = entries.get(`measures/${String(one.fields['partOf'])}`);
  }
  const rest = [...around]
    .flatMap(({ title, aliases }) => [title, ...aliases].map(compact))
    .sort((a, b) => b.length - a.length)
    .reduce((words, name) => words.replaceAll(name, ''), compact(summary));
  if ([...rest.replace(POSITION, '')].length < LEAST) report(['summary'], 'summary-repeats');
}

/** The name, amount, unit, bound, year, condition and period of an award or target stand in its own quotation. */
function checkFigures(entry: Entry, report: Report): void {
  for (const field of ['awards', 'targets'] as const)
    entry[field].forEach((figure: Partial<Award & Target> & (Award | Target), i) => {
      const { name, amount, unit, quote, validUntil, bound, by, condition, channel } = figure;
      const ceiling = figure.ceiling ? '最高' : undefined;
      if (!statesAmount(quote, amount, unit))
        report([field, i, 'amount'], 'amount-unfounded', { amount: `${amount}${unit}` });
      for (const [part, value] of Object.entries({ bound, by, condition, channel, ceiling }))
        if (value && !holds(quote, String(value)))
          report([field, i, part], 'figure-unfounded', { value });
      if (validUntil && !statesDate(quote, validUntil))
        report([field, i, 'validUntil'], 'period-unfounded', { date: validUntil });
      for (const value of unfounded(name, [quote]))
        report([field, i, 'name'], 'figure-unfounded', { value });
    });
}

/** What another source says is one whole sentence, and no wider than its quotation and the source's own name. */
function checkOutside({ external, laterValidity }: Entry, report: Report): void {
  for (const [field, statements] of Object.entries({ external, laterValidity }))
    statements.forEach(({ fact, quote, source }, i) => {
      const path = [field, i, 'fact'];
      if (!/[。！？][”’）】]?$/u.test(fact)) report(path, 'fact-no-sentence');
      const missing = unfounded(fact, [quote, source.title, source.date ?? '']);
      if (missing.length > 0) report(path, 'fact-unfounded', { value: missing.join('”“') });
    });
  laterValidity.forEach(({ from = '', by, quote, source: { title, date = '' } }, i) => {
    const number = typeof by === 'object' ? (by.number ?? '') : '';
    if (unfounded(from.slice(0, 4), [quote, title, date, number]).length > 0)
      report(['laterValidity', i, 'from'], 'figure-unfounded', { value: from });
    // The number of a later document that the library lacks is quoted.
    const quotes = [...laterValidity, ...external].map((one) => simplified(one.quote));
    if (number && !quotes.some((words) => loose(words).includes(loose(number))))
      report(['laterValidity', i, 'by', 'number'], 'provided-unfounded', { value: number });
  });
  external.forEach(({ amounts = [], provides = {}, quote, source: { title, date = '' } }, i) => {
    for (const [name, value] of Object.entries(provides))
      if (!loose(simplified(quote)).includes(loose(value)))
        report(['external', i, 'provides', name], 'provided-unfounded', { value });
    amounts.forEach(({ name, amount, unit, condition = '', year = '' }, at) => {
      const path = ['external', i, 'amounts', at];
      const said = `${amount}${unit}`;
      if (unfounded(said, [quote]).length > 0)
        report([...path, 'amount'], 'amount-unfounded', { amount: said });
      for (const [part, claim] of Object.entries({ name, condition, year: String(year) }))
        for (const value of unfounded(claim, part === 'year' ? [quote, title, date] : [quote]))
          report([...path, part], 'figure-unfounded', { value });
    });
  });
}
