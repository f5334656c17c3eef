/** Hints: what an editor may want to look at, though nothing is wrong. */
import { say, type ProblemCode, type Values } from '../problems/registry.ts';
import { quotationsOf } from '../relations/quotations.ts';
import { documentNames, plainName } from '../citations/document-names.ts';
import { closestMatch, collectNames, compact } from '../names/names.ts';
import { Matcher } from '../names/matcher.ts';
import type { Entry, Library, Path, Problem } from '../types.ts';

type Hint = (line: number, code: ProblemCode, values?: Values) => void;

/** Comparing every name with every other takes too long where there are more pairs than these. */
const MOST_PAIRS = 400_000;
const TITLE = /《([^《》]{4,40})》/gu;

/** Names in 《》 that resemble one of the library's, each where it stands first. */
function unlinkedNames(library: Library, hint: (entry: Entry) => Hint): void {
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
        const resembles =
          suggestion !== null && (suggestion.includes(plain) || plain.includes(suggestion));
        if (resembles) hint(entry)(line, 'hint-unlinked-name', { name, suggestion });
      }
}

const isMentioned = (library: Library, { key }: Entry): boolean =>
  library.backlinks(key).length > 0 || library.related(key).length > 0;

/** Summaries that hold a name of the library of which none of the entry's quotations holds any. */
function unquotedNames(library: Library, hint: (entry: Entry) => Hint): void {
  const entries = [...library.entries.values()];
  const owners = new Map(collectNames(entries).names.map(({ text, key }) => [text, key]));
  const matcher = new Matcher(owners.keys());
  for (const entry of entries) {
    if (entry.summary === undefined || entry.blocks.length > 0) continue;
    const quoted = quotationsOf(entry).map(({ quote }) => compact(quote));
    for (const { name } of matcher.longest(entry.summary)) {
      const { key, title, aliases } = library.get(owners.get(name)!);
      const names = [title, ...aliases].map(compact);
      if (key !== entry.key && !quoted.some((quote) => names.some((one) => quote.includes(one))))
        hint(entry)(entry.lineOf(['summary']), 'hint-name-unquoted', { name });
    }
  }
}

/** Words that limit a fact: wherever the fact goes, they have to go with it. */
const CAVEAT = /口径|不能据以|不等于|不是同一|范围不同|当时/u;

type HintAt = (path: Path, code: ProblemCode, values?: Values) => void;

/** What is told of one thing by two outside facts, and differs: both are shown, and each should say so. */
function outsideHints({ external, laterValidity }: Entry, hint: HintAt): void {
  const told = new Map<string, string>();
  const tell = (path: Path, of: string, value: string): void => {
    const before = told.get(of);
    if (before !== undefined && compact(before) !== compact(value))
      hint(path, 'hint-sources-differ', { name: of, value, before });
    else told.set(of, value);
  };
  external.forEach(({ provides = {}, amounts = [], note = '' }, i) => {
    for (const [name, value] of Object.entries(provides))
      tell(['external', i, 'provides', name], name, value);
    amounts.forEach(({ name, amount, unit, year }, at) =>
      tell(['external', i, 'amounts', at], `${year ?? ''}${name}`, `${amount}${unit}`),
    );
    const caveat = CAVEAT.exec(note)?.[0];
    if (caveat) hint(['external', i, 'note'], 'hint-caveat-in-note', { value: caveat });
  });
  laterValidity.forEach(({ by }, i) => {
    if (typeof by === 'object')
      hint(['laterValidity', i, 'by'], 'hint-successor-outside', { title: by.title });
  });
}

/** Only a source that readers may be sent to should have an address. */
const LINKABLE = new Set(['official', 'institution', 'news']);

function entryHints(entry: Entry, today: string, reached: ReadonlySet<string>, hint: HintAt): void {
  const { date, external, targets, fields } = entry;
  external.forEach(({ source }, i) => {
    if (LINKABLE.has(source.kind) && source.url === undefined)
      hint(['external', i, 'source'], 'hint-without-address');
  });
  if (date && date > today.slice(0, date.length) && fields.status !== '计划举办')
    hint(['date'], 'hint-future-date', { date, today });
  targets.forEach(({ name, by, progress }, i) => {
    if (by !== undefined && by < Number(today.slice(0, 4)) && !progress && !reached.has(name))
      hint(['targets', i, 'by'], 'hint-target-past', { name, year: by });
  });
}

/**
 * @param today `2021-05-20`: hints are no part of a build, so that a clock may tell it
 * @returns the hints of a library, in the order of files and lines
 */
export function hintsOf(library: Library, today: string): Problem[] {
  const hints: Problem[] = [];
  const entries = [...library.entries.values()];
  const hintAt =
    ({ file }: Entry): Hint =>
    (line, code, values) =>
      void hints.push({ file, line, ...say(code, values) });
  unlinkedNames(library, hintAt);
  unquotedNames(library, hintAt);
  const results = entries.flatMap(({ targets }) => targets.filter(({ progress }) => progress));
  const reached = new Set(results.map(({ name }) => name));
  for (const entry of entries) {
    const hint = hintAt(entry);
    if (!isMentioned(library, entry)) hint(entry.lineOf(['title']), 'hint-unmentioned');
    const at: HintAt = (path, code, values) => hint(entry.lineOf(path), code, values);
    entryHints(entry, today, reached, at);
    outsideHints(entry, at);
  }
  return hints.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
