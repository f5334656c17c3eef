/** Hints: what an editor may want to look at, though nothing is wrong. */
import { nameMatcher } from '../names/matcher.ts';
import { closestMatch, compact, documentNames, plainName } from '../names/names.ts';
import { type Problem, problemIn } from '../problems/registry.ts';
import { quotationsOf } from '../relations/quotations.ts';
import type { Entry, Library, Path } from '../types.ts';
import type { Report } from './claims.ts';

/**
 * @param today `2021-05-20`: hints are no part of a build, so that a clock may tell it
 * @returns the hints of a library, in the order of files and lines
 */
export function hintsOf(library: Library, today: string): Problem[] {
  const found: Problem[] = [];
  const hintsFor = (entry: Entry): Report => {
    return (...hint) => found.push(problemIn(entry, ...hint));
  };
  unlinkedNames(library, hintsFor);
  unquotedNames(library, hintsFor);
  const entries = [...library.entries.values()];
  const reached = entries.flatMap(({ targets }) => targets.filter(({ progress }) => progress));
  const done = new Set(reached.map(({ name }) => name));
  for (const entry of entries) {
    const { key, date, targets, fields } = entry;
    const hint = hintsFor(entry);
    if (library.backlinks(key).length + library.related(key).length === 0)
      hint(['title'], 'hint-unmentioned');
    if (date && date > today.slice(0, date.length) && fields['status'] !== '计划举办')
      hint(['date'], 'hint-future-date', { date, today });
    targets.forEach(({ name, by = Infinity, progress }, i) => {
      if (by < Number(today.slice(0, 4)) && !progress && !done.has(name))
        hint(['targets', i, 'by'], 'hint-target-past', { name, year: by });
    });
    outsideHints(entry, hint);
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** Comparing every name with every other takes too long where there are more pairs than these. */
const MOST_PAIRS = 400_000;
const TITLE = /《([^《》]{4,40})》/gu;

/** Names in 《》 that resemble one of the library's, each where it stands first. */
function unlinkedNames(library: Library, hintsFor: (entry: Entry) => Report): void {
  const known = documentNames(library.entries.values());
  const names = [...known.keys()];
  const seen = new Set<string>();
  for (const entry of library.entries.values())
    for (const { text, line } of entry.blocks)
      for (const [, name = ''] of text.includes('《') ? text.matchAll(TITLE) : []) {
        const plain = plainName(name);
        if (known.has(plain) || seen.has(plain)) continue;
        seen.add(plain);
        if (seen.size * names.length > MOST_PAIRS) return;
        const suggestion = closestMatch(plain, names);
        if (suggestion?.includes(plain) || (suggestion && plain.includes(suggestion)))
          hintsFor(entry)(line, 'hint-unlinked-name', { name, suggestion });
      }
}

/** Summaries that hold a name of the library of which none of the entry's quotations holds any. */
function unquotedNames(library: Library, hintsFor: (entry: Entry) => Report): void {
  const namesIn = nameMatcher(library.names.keys());
  for (const entry of library.entries.values()) {
    if (entry.summary === undefined || entry.blocks.length > 0) continue;
    const quoted = quotationsOf(entry).map(({ quote }) => compact(quote));
    for (const { name } of namesIn(entry.summary)) {
      const { key, title, aliases } = library.get(library.names.get(name)!);
      const names = [title, ...aliases].map(compact);
      if (key !== entry.key && !quoted.some((quote) => names.some((one) => quote.includes(one))))
        hintsFor(entry)(['summary'], 'hint-name-unquoted', { name });
    }
  }
}

/** Words that limit a fact: wherever the fact goes, they have to go with it. */
const CAVEAT = /口径|不能据以|不等于|不是同一|范围不同|当时/u;
/** Only a source that readers may be sent to should have an address. */
const LINKABLE = new Set(['official', 'institution', 'news']);

/** What two outside facts say of one thing, and differ in: both are shown, and each should say so; and what a fact lacks. */
function outsideHints({ external, laterValidity }: Entry, hint: Report): void {
  const known = new Map<string, string>();
  const compare = (path: Path, name: string, value: string): void => {
    const before = known.get(name);
    if (before === undefined || compact(before) === compact(value)) known.set(name, value);
    else hint(path, 'hint-sources-differ', { name, value, before });
  };
  external.forEach(({ provides = {}, amounts = [], note = '', source }, i) => {
    if (LINKABLE.has(source.kind) && source.url === undefined)
      hint(['external', i, 'source'], 'hint-without-address');
    for (const [name, value] of Object.entries(provides))
      compare(['external', i, 'provides', name], name, value);
    amounts.forEach(({ name, amount, unit, year = '' }, at) =>
      compare(['external', i, 'amounts', at], `${year}${name}`, `${amount}${unit}`),
    );
    const caveat = CAVEAT.exec(note)?.[0];
    if (caveat) hint(['external', i, 'note'], 'hint-caveat-in-note', { value: caveat });
  });
  laterValidity.forEach(({ by }, i) => {
    if (typeof by === 'object')
      hint(['laterValidity', i, 'by'], 'hint-successor-outside', { title: by.title });
  });
}
