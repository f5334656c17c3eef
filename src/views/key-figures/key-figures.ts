/** The key figures under an entry's title: what a reader looks for first, each with where it comes from. */
import type { Entry } from '../../library/types.ts';
import { dateLabel } from '../wording/dates.ts';
import { isHonour, knownField, listField } from '../known-fields.ts';
import { targetAmount } from '../wording/amounts.ts';
import { progressFigure } from './progress-figure.ts';
import { known, links, plain, withUnknowns, type KeyFigure } from './key-figure.ts';
import { statingDocuments } from '../measures/measure-source.ts';
import type { PageContext } from '../passages/passage-view.ts';

const issuers = (context: PageContext, entry: Entry): KeyFigure[] => {
  const own = links(
    context,
    '发文机关',
    listField(entry, 'issuers').map((id): Entry['key'] => `organisations/${id}`),
  );
  return own.length > 0 ? own : known(entry, 'issuers', '发文机关');
};

const date = (entry: Entry, label: string): KeyFigure[] =>
  entry.date ? plain(label, dateLabel(entry)) : known(entry, 'date', label);

function policyFigures(context: PageContext, entry: Entry): KeyFigure[] {
  const figures = [
    ...known(entry, 'number', '文号'),
    ...issuers(context, entry),
    ...date(entry, '日期'),
    ...known(entry, 'level', '层级'),
    ...known(entry, 'validity', '有效性'),
    ...known(entry, 'topics', '主题'),
  ];
  return isHonour(entry)
    ? [...plain('类别', '评选认定'), ...figures]
    : withUnknowns(figures, ['文号', '发文机关', '日期', '有效性']);
}

function replyFigures(context: PageContext, entry: Entry): KeyFigure[] {
  const proposal = entry.fields['proposal'] as { number?: string; session?: string } | undefined;
  return [
    ...issuers(context, entry),
    ...known(entry, 'number', '发文字号'),
    ...date(entry, '成文日期'),
    ...known(entry, 'addressee', '主送'),
    ...known(entry, 'signatory', '签发人'),
    ...known(entry, 'handler', '经办人'),
    ...known(entry, 'copies', '抄送'),
    ...plain(
      '答复的提案',
      proposal && [proposal.session, proposal.number].filter(Boolean).join(' '),
    ),
    ...known(entry, 'level', '层级'),
    ...known(entry, 'topics', '主题'),
  ];
}

function clusterFigures(entry: Entry): KeyFigure[] {
  const tier = knownField(entry, 'tier');
  const [goal] = entry.targets;
  const by = goal?.by ?? entry.targets.find((target) => target.by)?.by;
  return [
    ...plain('目标', tier ? `${tier.text}亿元` : goal && targetAmount(goal)),
    ...plain('期限', by ? `${by}年` : undefined),
    ...plain('代表领域', listField(entry, 'fields').join('、') || undefined),
  ];
}

function measureFigures(context: PageContext, entry: Entry): KeyFigure[] {
  return [
    ...links(
      context,
      '所属文件',
      statingDocuments(context.library, entry).map(({ key }) => key),
    ),
    ...date(entry, '日期'),
    ...progressFigure(context, entry),
  ];
}

/**
 * The key figures of an entry, in reading order.
 * @returns an empty list when nothing is known beyond its title
 */
export function keyFigures(context: PageContext, entry: Entry): KeyFigure[] {
  switch (entry.collection) {
    case 'replies':
      return replyFigures(context, entry);
    case 'policies':
      return policyFigures(context, entry);
    case 'measures':
      return measureFigures(context, entry);
    case 'clusters':
      return clusterFigures(entry);
    case 'chains':
      return known(entry, 'named', '文中称为');
    case 'events':
      return [...date(entry, '日期'), ...known(entry, 'status', '状态')];
    case 'organisations':
      return [
        ...known(entry, 'level', '层级'),
        ...date(entry, '日期'),
        ...known(entry, 'nameBasis', '全称依据'),
      ];
    case 'terms':
      return date(entry, '日期');
  }
}
