/** The key figures under an entry's title: what a reader looks for first, each with where it comes from. */
import type { Collection, Entry } from '../../library/types.ts';
import { isHonour, isUnverified, knownField, listField } from '../known-fields.ts';
import { statingDocuments } from '../measures/measures.ts';
import { quotationView, type PageContext } from '../passages/passage-view.ts';
import { hasProgress, statementViews } from '../progress/progress.ts';
import { href, linkTo, type Href } from '../urls.ts';
import { dateLabel, targetAmount } from '../wording/figures.ts';
import { UNKNOWN, UNSTATED } from '../wording/labels.ts';

interface Figure {
  parts: { text: string; href?: Href }[];
  /** Says that the value is not from the library's own documents: 外部资料, or 外部资料，待核实. */
  source?: string;
  unknown?: boolean;
}

export type KeyFigure = Figure & { label: string };

/** A value in the library's own words; nothing when there is none. */
const plain = (text: string | undefined): Figure | undefined =>
  text ? { parts: [{ text }] } : undefined;

/** A field from the library's own documents, else from an outside fact, and then marked. */
function known(entry: Entry, name: string): Figure | undefined {
  const field = knownField(entry, name);
  const source =
    field?.provider && (isUnverified(field.provider) ? '外部资料，待核实' : '外部资料');
  return field && { parts: [{ text: field.text }], source };
}

const unknown = (text: string): Figure => ({ parts: [{ text }], unknown: true });

/** Figures that are more than a field of the entry. */
const COMPUTED_FIELDS: Record<string, (entry: Entry, context: PageContext) => Figure | undefined> =
  {
    date: (entry) => (entry.date ? plain(dateLabel(entry)) : known(entry, 'date')),
    kind: (entry) => plain(isHonour(entry) ? '评选认定' : undefined),
    fields: (entry) => plain(listField(entry, 'fields').join('、')),
    issuers(entry, { library, page }) {
      const parts = listField(entry, 'issuers').map((id) => {
        const issuer = library.entries.get(`organisations/${id}`);
        return issuer ? linkTo(page, issuer) : { text: id };
      });
      return parts.length > 0 ? { parts } : known(entry, 'issuers');
    },
    proposal(entry) {
      const proposal = entry.fields['proposal'] as
        { number?: string; session?: string } | undefined;
      return plain([proposal?.session, proposal?.number].filter(Boolean).join(' '));
    },
    tier(entry) {
      const [goal] = entry.targets;
      const tier = knownField(entry, 'tier');
      return plain(tier ? `${tier.text}亿元` : goal && targetAmount(goal));
    },
    by(entry) {
      const year = entry.targets.find((target) => target.by)?.by;
      return plain(year ? `${year}年` : undefined);
    },
    documents(entry, { library, page }) {
      const parts = statingDocuments(library, entry).map((document) => linkTo(page, document));
      return parts.length > 0 ? { parts } : undefined;
    },
    /** In a library that speaks of progress at all: the state, with its date, or that nothing is said. */
    progress(entry, context) {
      if (!hasProgress(context.library)) return undefined;
      const [latest] = statementViews(context, entry);
      if (!latest) return unknown(UNSTATED);
      const parts = [{ text: latest.state, href: href(context.page, context.page, 'progress') }];
      return { parts, source: `据${latest.date}的文件` };
    },
  };

/** What each kind of entry shows, in reading order: `name 标签`. */
const FIGURES: Record<Collection, string[]> = {
  replies: [
    'issuers 发文机关',
    'number 发文字号',
    'date 成文日期',
    'addressee 主送',
    'signatory 签发人',
    'handler 经办人',
    'copies 抄送',
    'proposal 答复的提案',
    'level 层级',
    'topics 主题',
  ],
  policies: [
    'kind 类别',
    'number 文号',
    'issuers 发文机关',
    'date 日期',
    'validity 有效性',
    'level 层级',
    'topics 主题',
  ],
  measures: ['documents 所属文件', 'date 日期', 'progress 进展'],
  clusters: ['tier 目标', 'by 期限', 'fields 代表领域'],
  chains: ['named 文中称为'],
  events: ['date 日期', 'status 状态'],
  organisations: ['level 层级', 'date 日期', 'nameBasis 全称依据'],
  terms: ['date 日期'],
};

/** What a policy says 不详 of, once anything else about it is known. */
const EXPECTED = ['文号', '发文机关', '日期', '有效性'];

/**
 * The key figures of an entry, in reading order.
 * @returns an empty list when nothing is known beyond its title
 */
export function keyFigures(context: PageContext, entry: Entry): KeyFigure[] {
  const figures = FIGURES[entry.collection].map((one) => {
    const [name, label] = one.split(' ') as [string, string];
    const figure = COMPUTED_FIELDS[name]
      ? COMPUTED_FIELDS[name](entry, context)
      : known(entry, name);
    return { label, figure };
  });
  const expects =
    entry.collection === 'policies' && !isHonour(entry) && figures.some(({ figure }) => figure);
  return figures.flatMap(({ label, figure }) => {
    if (figure) return [{ label, ...figure }];
    return expects && EXPECTED.includes(label) ? [{ label, ...unknown(UNKNOWN) }] : [];
  });
}

export type TargetRow = ReturnType<typeof targetRows>[number];

/** An entry's targets, those to be reached before those of which the text says that they were reached. */
export const targetRows = (context: PageContext, entry: Entry) =>
  entry.targets
    .map((target) => ({
      name: target.name,
      amount: targetAmount(target),
      by: target.by ? `${target.by}年` : undefined,
      progress: target.progress ?? false,
      passage: quotationView(context, target),
    }))
    .toSorted((a, b) => Number(a.progress) - Number(b.progress));
