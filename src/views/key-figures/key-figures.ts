/** The key figures under an entry's title: what a reader looks for first, each with where it comes from. */
import type { Collection, Entry, Library, Target } from '../../library/types.ts';
import { isHonour, isUnverified, knownField, listField } from '../known-fields.ts';
import { statingDocuments } from '../measures/measures.ts';
import { hasProgress, statementsOn } from '../progress/progress.ts';
import { dateLabel, amountText } from '../wording/figures.ts';
import { UNKNOWN, UNSTATED } from '../wording/labels.ts';

export interface KeyFigure {
  label: string;
  values: (Entry | string)[];
  /** Says that the value is not from the library's own documents: 外部资料, or 外部资料，待核实. */
  source?: string;
  unknown?: boolean;
}

type Figure = Omit<KeyFigure, 'label'> | undefined;

/** A value in the library's own words; nothing when there is none. */
const plain = (text: string | undefined): Figure => (text ? { values: [text] } : undefined);

/** A field from the library's own documents, else from an outside fact, and then marked. */
function known(entry: Entry, name: string): Figure {
  const field = knownField(entry, name);
  if (!field?.provider) return plain(field?.text);
  const source = isUnverified(field.provider) ? '外部资料，待核实' : '外部资料';
  return { values: [field.text], source };
}

/** Figures that are more than a field of the entry. */
const COMPUTED_FIELDS: Record<string, (entry: Entry, library: Library) => Figure> = {
  date: (entry) => (entry.date ? plain(dateLabel(entry)) : known(entry, 'date')),
  kind: (entry) => plain(isHonour(entry) ? '评选认定' : undefined),
  fields: (entry) => plain(listField(entry, 'fields').join('、')),
  issuers(entry, library) {
    const values = listField(entry, 'issuers').map(
      (id) => library.entries.get(`organisations/${id}`) ?? id,
    );
    return values.length > 0 ? { values } : known(entry, 'issuers');
  },
  proposal({ fields }) {
    const proposal = fields['proposal'] as { number?: string; session?: string } | undefined;
    return plain([proposal?.session, proposal?.number].filter(Boolean).join(' '));
  },
  tier(entry) {
    const [goal] = entry.targets;
    const tier = knownField(entry, 'tier');
    return plain(tier ? `${tier.text}亿元` : goal && amountText(goal));
  },
  by(entry) {
    const year = entry.targets.find((target) => target.by)?.by;
    return plain(year ? `${year}年` : undefined);
  },
  documents(entry, library) {
    const values = statingDocuments(library, entry);
    return values.length > 0 ? { values } : undefined;
  },
  /** In a library that speaks of progress at all: the state, with its date, or that nothing is said. */
  progress(entry, library) {
    if (!hasProgress(library)) return undefined;
    const [latest] = statementsOn(library, entry);
    if (!latest) return { values: [UNSTATED], unknown: true };
    const date = dateLabel(latest.document) ?? `日期${UNKNOWN}`;
    return { values: [latest.statement.state], source: `据${date}的文件` };
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
const UNKNOWN_OF_POLICIES = ['文号', '发文机关', '日期', '有效性'];

/**
 * The key figures of an entry, in reading order.
 * @returns an empty list when nothing is known beyond its title
 */
export function keyFigures(library: Library, entry: Entry): KeyFigure[] {
  const figures = FIGURES[entry.collection].map((one): [string, Figure] => {
    const [name, label] = one.split(' ') as [string, string];
    const computed = COMPUTED_FIELDS[name];
    return [label, computed ? computed(entry, library) : known(entry, name)];
  });
  const expected =
    entry.collection === 'policies' && !isHonour(entry) && figures.some(([, figure]) => figure)
      ? UNKNOWN_OF_POLICIES
      : [];
  return figures.flatMap(([label, figure]): KeyFigure[] => {
    if (figure) return [{ label, ...figure }];
    return expected.includes(label) ? [{ label, values: [UNKNOWN], unknown: true }] : [];
  });
}

/** An entry's targets, those to be reached before those of which the text says that they were reached. */
export const targetsInOrder = ({ targets }: Entry): Target[] =>
  targets.toSorted((a, b) => Number(a.progress ?? false) - Number(b.progress ?? false));
