/** The key figures under an entry's title: what a reader looks for first, each with where it comes from. */
import type { Entry } from '../../library/types.ts';
import { dateLabel, targetAmount } from '../wording/figures.ts';
import { isHonour, knownField, listField, isUnverified } from '../known-fields.ts';
import { statingDocuments } from '../measures/measures.ts';
import { type PageContext, quotationView, type PassageView } from '../passages/passage-view.ts';
import { UNKNOWN, UNSTATED } from '../wording/labels.ts';
import { href, type Href, linkTo } from '../urls.ts';
import { hasProgress, statementViews } from '../progress/progress.ts';

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

interface FigurePart {
  text: string;
  href?: Href;
}

export interface KeyFigure {
  label: string;
  parts: FigurePart[];
  /** Says that the value is not from the library's own documents: 外部资料, or 外部资料，待核实. */
  source?: string;
  unknown?: boolean;
}

/** A value in the library's own words; nothing when there is none. */
export const plain = (label: string, text: string | undefined): KeyFigure[] =>
  text ? [{ label, parts: [{ text }] }] : [];

/** A field from the library's own documents, else from an outside fact, and then marked. */
export function known(entry: Entry, name: string, label: string): KeyFigure[] {
  const field = knownField(entry, name);
  if (!field) return [];
  const { provider } = field;
  const source = provider && (isUnverified(provider) ? '外部资料，待核实' : '外部资料');
  return [{ label, parts: [{ text: field.text }], source }];
}

/** Names of entries, linked where the library has them. */
export function links(context: PageContext, label: string, keys: Entry['key'][]): KeyFigure[] {
  if (keys.length === 0) return [];
  const parts = keys.map((key) => {
    const entry = context.library.entries.get(key);
    return entry ? linkTo(context.page, entry) : { text: key.split('/')[1]! };
  });
  return [{ label, parts }];
}

/** Says 不详 for fields that a document of its kind has, once anything else about it is known. */
export function withUnknowns(figures: KeyFigure[], expected: string[]): KeyFigure[] {
  if (figures.length === 0) return [];
  const rest = figures.filter((figure) => !expected.includes(figure.label));
  const first = expected.map(
    (label) =>
      figures.find((figure) => figure.label === label) ?? {
        label,
        parts: [{ text: UNKNOWN }],
        unknown: true,
      },
  );
  return [...first, ...rest];
}

/** 进展, in a library that speaks of progress at all: the state, with its date, or that nothing is said. */
export function progressFigure(context: PageContext, measure: Entry): KeyFigure[] {
  if (!hasProgress(context.library)) return [];
  const [latest] = statementViews(context, measure);
  if (latest)
    return [
      {
        label: '进展',
        parts: [{ text: latest.state, href: href(context.page, context.page, 'progress') }],
        source: `据${latest.date}的文件`,
      },
    ];
  return plain('进展', UNSTATED).map((figure) => ({ ...figure, unknown: true }));
}

export interface TargetRow {
  name: string;
  amount: string;
  /** 2022年 */
  by?: string;
  /** The text says that it was reached. */
  progress: boolean;
  passage: PassageView;
}

/** An entry's targets, those to be reached before those already reached. */
export const targetRows = (context: PageContext, entry: Entry): TargetRow[] =>
  entry.targets
    .map((target) => ({
      name: target.name,
      amount: targetAmount(target),
      by: target.by ? `${target.by}年` : undefined,
      progress: target.progress ?? false,
      passage: quotationView(context, target),
    }))
    .toSorted((a, b) => Number(a.progress) - Number(b.progress));
