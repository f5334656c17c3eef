/** The table of awards: who is rewarded, how much, on what condition, under which document. */
import type { Award, Entry, Library } from '../../library/types.ts';
import { issuerNames } from '../citation/citation.ts';
import { chineseDate, awardAmount } from '../wording/figures.ts';
import { UNKNOWN } from '../wording/labels.ts';
import { findEntryByName } from '../../library/names/names.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import { quotationView, type PageContext } from '../passages/passage-view.ts';
import { type Href, awardsPath, routeOf, linkTo } from '../urls.ts';
import { laterValidityViews } from '../external-facts/external-facts.ts';
import { catalogue, type Group, type Item } from '../long-lists/catalogue.ts';

export type AwardRow = ReturnType<typeof awardTable>['rows'][number];

/** The style sheet knows this many choices a page; a filter that brings more is left out. */
const MOST_CHOICES = 24;

/** Entries that state awards, in the library's order. */
export const documentsWithAwards = memoizeByLibrary((library): Entry[] =>
  [...library.entries.values()].filter((entry) => entry.awards.length > 0),
);

/** Whether any document of the library states an award, or an outside source an amount. */
export const hasAwards = (library: Library): boolean =>
  documentsWithAwards(library).length > 0 || hasOutsideAmounts(library);

const hasOutsideAmounts = (library: Library): boolean =>
  [...library.entries.values()].some(({ external }) => external.some(({ amounts }) => amounts));

/**
 * The name of an award, with the entry that it means: the whole name's, else that of the longest
 * beginning which an entry among the policies bears (国家质量标杆 in 国家质量标杆企业).
 */
function namePieces(
  { library, page }: PageContext,
  entry: Entry,
  name: string,
): { text: string; href?: Href }[] {
  for (let end = name.length; end > 1; end -= 1) {
    const named = findEntryByName(library, name.slice(0, end));
    if (!named || named === entry || (end < name.length && named.collection !== 'policies'))
      continue;
    const rest = name.slice(end);
    return [
      { text: name.slice(0, end), href: linkTo(page, named).href },
      ...(rest ? [{ text: rest }] : []),
    ];
  }
  return [{ text: name }];
}

const criteria: { label: string; of: (library: Library, entry: Entry, award: Award) => string }[] =
  [
    { label: '依据', of: (_library, entry) => entry.title },
    {
      label: '文件机关',
      of: (library, entry) => issuerNames(library, entry).join('、') || UNKNOWN,
    },
    { label: '条件', of: (_library, _entry, award) => award.condition ?? UNKNOWN },
    { label: '计法', of: (_library, _entry, award) => (award.ceiling ? '最高限额' : '定额') },
  ];

/**
 * The awards that the whole library, or one entry, states.
 * @param entries whose awards to take; all that have some when left out
 */
export function awardTable(context: PageContext, entries = documentsWithAwards(context.library)) {
  const { library, page } = context;
  const all = entries.flatMap((entry) => entry.awards.map((award) => ({ entry, award })));
  let next = 0;
  const filters = criteria.flatMap(({ label, of }) => {
    const values = all.map(({ entry, award }) => of(library, entry, award));
    const alike = Map.groupBy(values, (value) => value);
    if (alike.size < 2 || next + alike.size > MOST_CHOICES) return [];
    const options = [...alike].map(([value, { length: count }]) => ({
      label: value,
      count,
      choice: next++,
    }));
    return [{ label, options, values }];
  });
  const rows = all.map(({ entry, award }, row) => {
    return {
      name: award.name,
      // The name in pieces; those that an entry bears are links.
      nameLinks: namePieces(context, entry, award.name),
      amount: awardAmount(award),
      condition: award.condition ?? UNKNOWN,
      // Where and how to apply.
      channel: award.channel ?? UNKNOWN,
      validUntil: award.validUntil ? `至${chineseDate(award.validUntil)}` : UNKNOWN,
      basis: linkTo(page, entry),
      // Who issued the document; the text may not say who pays.
      issuers: issuerNames(library, entry).join('、') || UNKNOWN,
      passage: quotationView(context, award),
      // What later sources say of the document's validity.
      later: laterValidityViews(context, entry),
      // The numbers of its choices, one for each filter.
      choices: filters.map(
        ({ options, values }) => options.find(({ label }) => label === values[row])!.choice,
      ),
    };
  });
  const known = (field: 'channel' | 'validUntil') => rows.some((row) => row[field] !== UNKNOWN);
  return {
    rows,
    // What no row knows, by the names of its columns: said once, in words.
    unstated: [
      ...(known('channel') ? [] : ['申报渠道']),
      ...(known('validUntil') ? [] : ['有效期']),
    ],
    filters: filters.map(({ label, options }) => ({ label, options })),
  };
}

/** About how many bytes a row of the table takes. */
const AN_AWARD = 900;

/** @returns none where the library states no award, and knows of no amount from outside */
export function awardPages(library: Library): Group<Item>[] {
  const items = documentsWithAwards(library).map((entry) => ({
    entry,
    weight: AN_AWARD * entry.awards.length,
  }));
  return hasAwards(library) ? catalogue(library, routeOf(awardsPath), items) : [];
}
