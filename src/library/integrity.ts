/** Integrity: does every relation and link lead somewhere, does every claim rest on words that stand? */
import { compact } from './names.ts';
import { nearest } from './nearest.ts';
import { findQuotation, nearestPassage } from './quotations.ts';
import type { Entry, EntryKey, Problem, Quotation } from './types.ts';

type Path = (string | number)[];
type Report = (path: Path, message: string, hint: string) => void;

/** What the checks need to know of the library. */
interface Context {
  entries: ReadonlyMap<EntryKey, Entry>;
  /** Entries that exist but could not be read: nothing is said about what points to them. */
  unreadable: ReadonlySet<EntryKey>;
  report: Report;
}

/** Brackets and width do not make two wordings differ: 2021-2023年 and （2021—2023年）. */
const loose = (value: string): string =>
  compact(value.normalize('NFKC')).replace(/[〔〕［］【】[\]()（）]/gu, '');

function suggest(key: string, { entries }: Context): string {
  const [collection, id] = key.split('/') as [string, string];
  const ids = [...entries.values()].filter((e) => e.collection === collection).map((e) => e.id);
  const near = nearest(id ?? '', ids);
  if (near) return `最接近的是 ${near}；或者新建 ${key}.mdx`;
  return `请核对 id，或者新建 ${key}.mdx`;
}

function checkQuotation(context: Context, quotation: Quotation, path: Path): void {
  const { entries, unreadable, report } = context;
  const document = entries.get(quotation.in);
  if (unreadable.has(quotation.in)) return;
  if (!document) {
    report(path, `所引文件 ${quotation.in} 不存在`, suggest(quotation.in, context));
  } else if (!findQuotation(document, quotation.quote)) {
    const near = nearestPassage(document, quotation);
    report(
      path,
      `引文不在 ${quotation.in} 中：“${quotation.quote}”`,
      near
        ? `引文须与原文一字不差且在同一段内；原文最接近处是：“${near}”`
        : '引文须与原文一字不差且在同一段内；原文中没有相近的文字',
    );
  }
}

function checkRelations(entry: Entry, context: Context): void {
  const { entries, unreadable, report } = context;
  for (const relation of entry.relations) {
    if (!entries.has(relation.to) && !unreadable.has(relation.to))
      report(relation.path, `所关联的条目 ${relation.to} 不存在`, suggest(relation.to, context));
    else if (relation.to === entry.key) report(relation.path, '条目不能与自己关联', '请删去这一项');
    if (relation.quotation && !entry.evidence.includes(relation.quotation))
      checkQuotation(context, relation.quotation, relation.path);
    else if (!relation.quotation && entry.blocks.length === 0)
      report(
        relation.path,
        `与 ${relation.to} 的关系没有依据`,
        '请在 evidence 中引用说明这一关系的原文',
      );
  }
}

/** The words that an entry's claims may rest on. */
const grounds = (entry: Entry): string[] => [
  ...entry.evidence.map((e) => e.quote),
  ...entry.blocks.map((b) => b.text),
];

function stands(words: string, entry: Entry): boolean {
  return grounds(entry).some((ground) => loose(ground).includes(loose(words)));
}

function checkWording(entry: Entry, report: Report): void {
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

function checkFigures(entry: Entry, context: Context): void {
  const { report } = context;
  for (const field of ['awards', 'targets'] as const) {
    entry[field].forEach((figure, i) => {
      checkQuotation(context, figure, [field, i, 'quote']);
      if (!new RegExp(`(?<!\\d)${figure.amount}(?!\\d)`).test(figure.quote))
        report([field, i, 'amount'], `数额 ${figure.amount} 不在其引文中`, '请照引文写数额');
      if (!figure.quote.includes(figure.unit))
        report([field, i, 'unit'], `单位“${figure.unit}”不在其引文中`, '请照引文写单位');
    });
  }
}

function checkNotes(entry: Entry, report: Report): void {
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

function checkLinks(entry: Entry, context: Context, problems: Problem[]): void {
  for (const { key, line } of entry.blocks.flatMap((block) => block.links))
    if (!context.entries.has(key) && !context.unreadable.has(key))
      problems.push({
        file: entry.file,
        line,
        message: `链接所指的条目 ${key} 不存在`,
        hint: suggest(key, context),
      });
}

/**
 * Checks everything that can only be checked with the whole library at hand.
 * @param entries all entries that could be read
 * @param unreadable the entries that could not
 * @returns every problem, in the order of the entries
 */
export function checkIntegrity(
  entries: ReadonlyMap<EntryKey, Entry>,
  unreadable: ReadonlySet<EntryKey>,
): Problem[] {
  const problems: Problem[] = [];
  for (const entry of entries.values()) {
    const report: Report = (path, message, hint) =>
      problems.push({ file: entry.file, line: entry.lineOf(path), message, hint });
    const context = { entries, unreadable, report };
    entry.evidence.forEach((quotation, i) =>
      checkQuotation(context, quotation, ['evidence', i, 'quote']),
    );
    checkRelations(entry, context);
    checkWording(entry, report);
    checkFigures(entry, context);
    checkNotes(entry, report);
    checkLinks(entry, context, problems);
  }
  return problems;
}
