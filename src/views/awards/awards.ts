/** 奖补: who is rewarded, how much, on what condition, under which document. */
import { memoizeByLibrary } from '../../library/maps.ts';
import { findEntryByName } from '../../library/names/names.ts';
import type { Award, Entry, Library } from '../../library/types.ts';
import { issuerNames } from '../citation/citation.ts';
import { outsideAmounts } from '../external-facts/external-facts.ts';
import { partition, type Group, type Item } from '../lists/partition.ts';
import { awardsPath, routeOf } from '../urls.ts';
import { UNKNOWN } from '../wording/labels.ts';

/** Entries that state awards, in the library's order. */
export const documentsWithAwards = memoizeByLibrary((library): Entry[] =>
  [...library.entries.values()].filter((entry) => entry.awards.length > 0),
);

/** Whether any document of the library states an award, or an outside source an amount. */
export const hasAwards = (library: Library): boolean =>
  documentsWithAwards(library).length > 0 || outsideAmounts(library).length > 0;

/**
 * The entry that the name of an award means, and how much of the name means it: the whole name, else the longest
 * beginning which an entry among the policies bears (国家质量标杆 in 国家质量标杆企业).
 */
export function namedInAward(library: Library, statedIn: Entry, name: string) {
  for (let end = name.length; end > 1; end -= 1) {
    const entry = findEntryByName(library, name.slice(0, end));
    if (entry && entry !== statedIn && (end === name.length || entry.collection === 'policies'))
      return { entry, end };
  }
  return undefined;
}

/** A row of the table. */
export interface AwardRow {
  award: Award;
  /** The document that states it. */
  entry: Entry;
  /** The number on the page of its choice, for each filter. */
  choices: number[];
}

const CRITERIA: Record<string, (library: Library, row: AwardRow) => string> = {
  依据: (_library, { entry }) => entry.title,
  文件机关: (library, { entry }) => issuerNames(library, entry).join('、') || UNKNOWN,
  条件: (_library, { award }) => award.condition ?? UNKNOWN,
  计法: (_library, { award }) => (award.ceiling ? '最高限额' : '定额'),
};

/** The style sheet knows this many choices a page; a filter that brings more is left out. */
const MOST_CHOICES = 24;

/** The awards that some entries state, and the filters that tell them apart, each option with its count. */
export function awardTable(library: Library, entries: Entry[]) {
  const rows = entries.flatMap((entry) =>
    entry.awards.map((award): AwardRow => ({ award, entry, choices: [] })),
  );
  let next = 0;
  const filters = Object.entries(CRITERIA).flatMap(([label, valueOf]) => {
    const options = [...Map.groupBy(rows, (row) => valueOf(library, row))];
    if (options.length < 2 || next + options.length > MOST_CHOICES) return [];
    options.forEach(([, same], at) => same.forEach(({ choices }) => choices.push(next + at)));
    next += options.length;
    return [
      { label, options: options.map(([value, { length }]) => ({ label: value, count: length })) },
    ];
  });
  return { rows, filters };
}

/** About how many bytes a row of the table takes. */
const AN_AWARD = 900;

/** @returns none where the library states no award, and knows of no amount from outside */
export function awardPages(library: Library): Group<Item>[] {
  const items = documentsWithAwards(library).map((entry) => ({
    entry,
    weight: AN_AWARD * entry.awards.length,
  }));
  return hasAwards(library) ? partition(library, routeOf(awardsPath), items) : [];
}
