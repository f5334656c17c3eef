/** Claims: does each date, number, amount and note stand in the words that it rests on? */
import { compact } from './names.ts';
import { findQuotation } from './quotations.ts';
import type { Entry, Report } from './types.ts';

/** Brackets and width do not make two wordings differ: 2021-2023年 and （2021—2023年）. */
const loose = (value: string): string =>
  compact(value.normalize('NFKC')).replace(/[〔〕［］【】[\]()（）]/gu, '');

/** The words that an entry's claims may rest on. */
const grounds = (entry: Entry): string[] => [
  ...entry.evidence.map((e) => e.quote),
  ...entry.blocks.map((b) => b.text),
];

function stands(words: string, entry: Entry): boolean {
  return grounds(entry).some((ground) => loose(ground).includes(loose(words)));
}

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
  ];
  for (const field of single) {
    const value = entry.fields[field];
    if (typeof value === 'string' && !stands(value, entry))
      report([field], `“${value}”不在本条目的引文或正文中`, '请照原文写，或删去这一项');
  }
  const areas = (entry.fields.fields as string[] | undefined) ?? [];
  areas.forEach((area, i) => {
    if (!stands(area, entry))
      report(['fields', i], `代表领域“${area}”不在本条目的引文中`, '请照引文的写法写');
  });
}

/** The amount and unit of an award or target stand in its own quotation. */
export function checkAmounts(entry: Entry, report: Report): void {
  for (const field of ['awards', 'targets'] as const)
    entry[field].forEach((figure, i) => {
      if (!new RegExp(`(?<!\\d)${figure.amount}(?!\\d)`).test(figure.quote))
        report([field, i, 'amount'], `数额 ${figure.amount} 不在其引文中`, '请照引文写数额');
      if (!figure.quote.includes(figure.unit))
        report([field, i, 'unit'], `单位“${figure.unit}”不在其引文中`, '请照引文写单位');
    });
}

/** Notes are on words of the text; what an outside fact provides stands in its quotation. */
export function checkNotes(entry: Entry, report: Report): void {
  entry.notes.forEach((note, i) => {
    if (!findQuotation(entry, note.on))
      report(
        ['notes', i, 'on'],
        `校注所指的“${note.on}”不在正文中`,
        '请照原文写所指的文字，且在同一段内',
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
