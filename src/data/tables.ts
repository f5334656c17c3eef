/** The library as data for researchers: whole in JSON, and its tables in CSV. */
import type { Entry, Library, Quotation } from '../library/types.ts';
import { collectionLabels, UNSTATED } from '../site/labels.ts';
import { href, homePath, pagePath } from '../site/urls.ts';
import { toCsv } from './csv.ts';

/** Where a quotation stands: the document's page and the paragraph's anchor. */
function place(library: Library, { in: document, quote }: Quotation): string {
  const { block } = library.locate({ in: document, quote });
  return href(homePath, pagePath(document), block.id);
}

const quotation = (library: Library, cited: Quotation) => ({
  in: cited.in,
  quote: cited.quote,
  place: place(library, cited),
});

/** Everything that the library says of an entry, with the place of every quotation. */
function record(library: Library, entry: Entry): object {
  const { key, collection, title, aliases, summary, date, dateText, fields } = entry;
  return {
    key,
    collection,
    page: pagePath(key),
    title,
    aliases,
    summary,
    date,
    dateText,
    ...fields,
    evidence: entry.evidence.map((cited) => quotation(library, cited)),
    awards: entry.awards.map((award) => ({ ...award, place: place(library, award) })),
    targets: entry.targets.map((target) => ({ ...target, place: place(library, target) })),
    relations: library.related(key).map(({ entry: other, field, direction, quotation: cited }) => ({
      with: other.key,
      field,
      direction,
      ...(cited && { evidence: quotation(library, cited) }),
    })),
    external: entry.external,
    statements: entry.statements.map((said) => ({ ...said, place: place(library, said) })),
    notes: entry.notes,
    text: entry.blocks.map(({ id, kind, number, text }) => ({ id, kind, number, text })),
  };
}

/**
 * @returns the files of the folder `data/`, by name
 */
export function dataFiles(library: Library): Map<string, string> {
  const entries = [...library.entries.values()];
  const records = entries.map((entry) => record(library, entry));
  const list = toCsv(
    ['条目', '类别', '标题', '别名', '摘要', '日期', '日期原文', '页面'],
    entries.map((e) => [
      e.key,
      collectionLabels[e.collection],
      e.title,
      e.aliases,
      e.summary,
      e.date,
      e.dateText,
      pagePath(e.key),
    ]),
  );
  const awards = toCsv(
    ['依据', '奖给', '金额', '单位', '最高限额', '条件', '原文', '出处'],
    entries.flatMap((e) =>
      e.awards.map((a) => [
        e.title,
        a.name,
        a.amount,
        a.unit,
        a.ceiling ? '是' : '否',
        a.condition,
        a.quote,
        place(library, a),
      ]),
    ),
  );
  const targets = toCsv(
    ['条目', '目标', '数额', '单位', '措辞', '期限', '已有进展', '原文', '出处'],
    entries.flatMap((e) =>
      e.targets.map((t) => [
        e.title,
        t.name,
        t.amount,
        t.unit,
        t.bound,
        t.by,
        t.progress ? '是' : '否',
        t.quote,
        place(library, t),
      ]),
    ),
  );
  const progress = toCsv(
    ['举措', '状态', '文件', '文件日期', '原文', '出处'],
    library.list('measures').flatMap((e) => {
      const said = e.statements.map((s) => {
        const document = library.get(s.in);
        return [e.title, s.state, document.title, document.date, s.quote, place(library, s)];
      });
      return said.length > 0 ? said : [[e.title, UNSTATED, '', '', '', '']];
    }),
  );
  const relations = toCsv(
    ['条目', '关联条目', '字段', '依据', '出处'],
    entries.flatMap((e) =>
      library
        .related(e.key)
        .filter(({ direction }) => direction === 'out')
        .map(({ entry: other, field, quotation: cited }) => [
          e.key,
          other.key,
          field,
          cited?.quote,
          cited && place(library, cited),
        ]),
    ),
  );
  return new Map([
    ['library.json', `${JSON.stringify(records, null, 1)}\n`],
    ['entries.csv', list],
    ['awards.csv', awards],
    ['targets.csv', targets],
    ['progress.csv', progress],
    ['relations.csv', relations],
  ]);
}
