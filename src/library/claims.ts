/** Claims: does each date, number, amount and note stand in the words that it rests on? */
import { loose, statesAmount } from './amounts.ts';
import { findNoted } from './quotations.ts';
import type { Entry, Report } from './types.ts';

/** The words that an entry's claims may rest on. */
const grounds = (entry: Entry): string[] => [
  ...entry.evidence.map((e) => e.quote),
  ...entry.blocks.map((b) => b.text),
];

function stands(words: string, entry: Entry): boolean {
  return grounds(entry).some((ground) => loose(ground).includes(loose(words)));
}

/** Whether an outside fact provides this value. */
const isProvided = (entry: Entry, value: string): boolean =>
  entry.external.some((fact) => Object.values(fact.provides ?? {}).includes(value));

/** Dates, official fields and areas stand in the entry's quotations or in its own text. */
export function checkWording(entry: Entry, report: Report): void {
  const { date, dateText } = entry;
  if (dateText && !stands(dateText, entry))
    report(['dateText'], `“${dateText}”不在本条目的引文中`, '请照引文的写法写日期');
  if (date && !dateText && entry.blocks.length === 0)
    report(['date'], '日期没有依据', '请用 dateText 写出引文中的日期原文，如 3月中旬');
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
      report([field], `“${value}”不在本条目的引文或正文中`, '请照原文写，或删去这一项');
  }
  const { proposal, tier, validity } = entry.fields as Record<string, never>;
  for (const [field, value] of Object.entries((proposal ?? {}) as Record<string, string>))
    if (!stands(value, entry))
      report(['proposal', field], `“${value}”不在本条目的引文或正文中`, '请照原文写');
  if (tier !== undefined && !grounds(entry).some((words) => statesAmount(words, tier, '亿元')))
    report(['tier'], `目标规模 ${String(tier)}亿元不在本条目的引文中`, '请引用写明规模的原文');
  if (validity && validity !== '不详' && !stands(validity, entry) && !isProvided(entry, validity))
    report(
      ['validity'],
      `有效性“${String(validity)}”没有依据`,
      '请引用写明有效性的原文，或删去这一项',
    );
  const areas = (entry.fields.fields as string[] | undefined) ?? [];
  areas.forEach((area, i) => {
    if (!stands(area, entry))
      report(['fields', i], `代表领域“${area}”不在本条目的引文中`, '请照引文的写法写');
  });
}

/** Notes are on words of the text; what an outside fact provides stands in its quotation. */
export function checkNotes(entry: Entry, report: Report): void {
  entry.notes.forEach((note, i) => {
    if (!findNoted(entry, note))
      report(
        ['notes', i, 'on'],
        `校注所指的“${note.on}”不在正文中`,
        '请照原文写所指的文字，且在同一段内；若有 within，所指的文字须在其中',
      );
  });
  entry.external.forEach((fact, i) => {
    for (const [name, value] of Object.entries(fact.provides ?? {}))
      if (!loose(fact.quote).includes(loose(value)))
        report(
          ['external', i, 'provides', name],
          `“${value}”不在这条外部资料的引文中`,
          '请照 quote 的写法写',
        );
  });
}
