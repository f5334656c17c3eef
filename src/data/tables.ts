/** The library's tables as CSV, for spreadsheets. */
import type { Library } from '../library/types.ts';
import { collectionLabels, UNSTATED } from '../site/labels.ts';
import { pagePath } from '../site/urls.ts';
import { toCsv } from './csv.ts';
import { place } from './places.ts';

/** @returns the tables, by the names of their files */
export function tables(library: Library): Map<string, string> {
  const entries = [...library.entries.values()];
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
    ['entries.csv', list],
    ['awards.csv', awards],
    ['targets.csv', targets],
    ['progress.csv', progress],
    ['relations.csv', relations],
  ]);
}
