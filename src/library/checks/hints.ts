/** Hints: what an editor may want to look at, though nothing is wrong. */
import { say, type ProblemCode, type Values } from '../problems/registry.ts';
import { documentNames, plainName } from '../citations/document-names.ts';
import { closestMatch } from '../closest-match.ts';
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

/** Only a source that readers may be sent to should have an address. */
const LINKABLE = new Set(['official', 'institution', 'news']);

function entryHints(
  entry: Entry,
  today: string,
  reached: ReadonlySet<string>,
  hint: (path: Path, code: ProblemCode, values?: Values) => void,
): void {
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
  const results = entries.flatMap(({ targets }) => targets.filter(({ progress }) => progress));
  const reached = new Set(results.map(({ name }) => name));
  for (const entry of entries) {
    const hint = hintAt(entry);
    if (!isMentioned(library, entry)) hint(entry.lineOf(['title']), 'hint-unmentioned');
    entryHints(entry, today, reached, (path, code, values) =>
      hint(entry.lineOf(path), code, values),
    );
  }
  return hints.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
