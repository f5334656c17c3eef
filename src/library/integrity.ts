/** Integrity: does every relation and link lead somewhere, does every claim rest on words that stand? */
import { checkAmounts } from './amounts.ts';
import { checkNotes, checkWording } from './claims.ts';
import { checkFullName } from './full-name.ts';
import { nearest } from './nearest.ts';
import { checkStatedBy, checkStatements, externalCheck, standsElsewhere } from './progress.ts';
import { findQuotation, nearestPassage } from './quotations.ts';
import { checkSummary } from './summary.ts';
import type { Entry, EntryKey, Path, Problem, Quotation, Report } from './types.ts';

/** What the checks need to know of the library. */
interface Context {
  entries: ReadonlyMap<EntryKey, Entry>;
  /** Entries that exist but could not be read: nothing is said about what points to them. */
  unreadable: ReadonlySet<EntryKey>;
  report: Report;
}

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
  if ((quotation.in as string) === '') {
    report(path, '引文没有写明出自哪份文件', '请写上 in: 类别/文件名，如 in: replies/2021-46');
    return;
  }
  if (!document) {
    report(path, `所引文件 ${quotation.in} 不存在`, suggest(quotation.in, context));
  } else if (!findQuotation(document, quotation.quote)) {
    const other = standsElsewhere(entries, quotation.quote);
    const near = nearestPassage(document, quotation);
    report(
      path,
      `引文不在 ${quotation.in} 中：“${quotation.quote}”`,
      other
        ? `这些文字在 ${other.key} 中：请写 in: ${other.key}`
        : near
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
    if (relation.quotation) checkQuotation(context, relation.quotation, relation.path);
    else if (entry.evidence.length === 0 && entry.blocks.length === 0)
      report(
        relation.path,
        `与 ${relation.to} 的关系没有依据`,
        '请在 evidence 中引用说明这一关系的原文',
      );
  }
}

/** A measure that is, by way of others, a part of itself would stand in no list. */
function checkParts(entry: Entry, { entries, report }: Context): void {
  const seen = new Set<string>([entry.id]);
  let { partOf } = entry.fields;
  while (typeof partOf === 'string') {
    if (partOf === entry.id) {
      report(
        ['partOf'],
        `${[...seen, partOf].join(' → ')}：条目成了自己的组成部分`,
        '请改正 partOf',
      );
      return;
    }
    if (seen.has(partOf)) return;
    seen.add(partOf);
    partOf = entries.get(`measures/${partOf}`)?.fields.partOf;
  }
}

function checkFigures(entry: Entry, context: Context): void {
  for (const field of ['awards', 'targets'] as const)
    entry[field].forEach((figure, i) => checkQuotation(context, figure, [field, i, 'quote']));
  const alone = entry.lineOf(['status', 'quote']) > entry.lineOf(['status']);
  entry.statements.forEach((statement, i) =>
    checkQuotation(context, statement, alone ? ['status', 'quote'] : ['status', i, 'quote']),
  );
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
  const checkExternal = externalCheck(entries, unreadable);
  for (const entry of entries.values()) {
    const report: Report = (path, message, hint) =>
      problems.push({ file: entry.file, line: entry.lineOf(path), message, hint });
    const context = { entries, unreadable, report };
    entry.evidence.forEach((quotation, i) =>
      checkQuotation(context, quotation, ['evidence', i, 'quote']),
    );
    checkRelations(entry, context);
    checkWording(entry, report);
    checkParts(entry, context);
    checkFigures(entry, context);
    checkAmounts(entry, report);
    checkNotes(entry, report);
    checkStatements(entry, report);
    checkStatedBy(entry, entries, unreadable, report);
    checkExternal(entry, report);
    checkFullName(entry, entries, report);
    checkSummary(entry, entries, report);
    checkLinks(entry, context, problems);
  }
  return problems;
}
