/** The table of awards: who is rewarded, how much, on what condition, under which document. */
import type { Award, Entry, Library } from '../library/types.ts';
import { issuerNames } from './citation.ts';
import { UNKNOWN } from './labels.ts';
import { quotationView, type PageContext, type PassageView } from './passages.ts';
import { awardAmount } from './figures.ts';
import { href, pagePath, type Href } from './urls.ts';

export interface AwardRow {
  name: string;
  /** The entry that bears the rewarded title, when the library has one. */
  nameHref?: Href;
  amount: string;
  condition: string;
  basis: { title: string; href: Href };
  /** Who issued the document; the text may not say who pays. */
  issuers: string;
  passage: PassageView;
  /** One choice for each filter, in the filters' order. */
  choices: number[];
}

export interface AwardFilter {
  label: string;
  /** What can be chosen, with how many rows it leaves. */
  options: { label: string; count: number }[];
}

export interface AwardTable {
  rows: AwardRow[];
  filters: AwardFilter[];
}

/** The style sheet knows this many choices a filter. */
const MOST_OPTIONS = 12;

/** Entries that state awards, in the library's order. */
const withAwards = (library: Library): Entry[] =>
  [...library.entries.values()].filter((entry) => entry.awards.length > 0);

export const hasAwards = (library: Library): boolean => withAwards(library).length > 0;

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

/** The entry that an award's name names, apart from the one that states the award. */
function entryNamed(library: Library, award: Award, statedBy: Entry): Entry | undefined {
  const name = award.name.replace(/\s/g, '');
  const names = (entry: Entry): string[] => [entry.title, ...entry.aliases];
  return [...library.entries.values()].find(
    (entry) => entry !== statedBy && names(entry).some((n) => n.replace(/\s/g, '') === name),
  );
}

/**
 * The awards that the whole library, or one entry, states.
 * @param entries whose awards to take; all that have some when left out
 */
export function awardTable(
  context: PageContext,
  entries = withAwards(context.library),
): AwardTable {
  const { library, page } = context;
  const all = entries.flatMap((entry) => entry.awards.map((award) => ({ entry, award })));
  const filters = criteria
    .map(({ label, of }) => {
      const values = all.map(({ entry, award }) => of(library, entry, award));
      const labels = [...new Set(values)];
      const options = labels.map((value) => ({
        label: value,
        count: values.filter((other) => other === value).length,
      }));
      return { label, options, values };
    })
    .filter(({ options }) => options.length > 1 && options.length <= MOST_OPTIONS);
  const rows = all.map(({ entry, award }, row): AwardRow => {
    const named = entryNamed(library, award, entry);
    return {
      name: award.name,
      nameHref: named && href(page, pagePath(named.key)),
      amount: awardAmount(award),
      condition: award.condition ?? UNKNOWN,
      basis: { title: entry.title, href: href(page, pagePath(entry.key)) },
      issuers: issuerNames(library, entry).join('、') || UNKNOWN,
      passage: quotationView(context, award),
      choices: filters.map(({ options, values }) =>
        options.findIndex((option) => option.label === values[row]),
      ),
    };
  });
  return { rows, filters: filters.map(({ label, options }) => ({ label, options })) };
}
