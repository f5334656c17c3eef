/** Whether an entry's one sentence says more than its title does. */
import { compact } from '../names/names.ts';
import type { Entry, EntryKey, Report } from '../types.ts';

/** Words that only say where an entry stands among others: its page shows that anyway. */
const PLACE = /任务和|[的]?举措|之[一二三四五六七八九十]+|下一步|工作|重点|积极|一批|[\p{P}\s]/gu;
/** What is left over says something when it has at least this many characters. */
const LEAST = 3;

/** The names of an entry and of the measures that it is part of, the longest first. */
function namesAround(entry: Entry, entries: ReadonlyMap<EntryKey, Entry>): string[] {
  const around = new Set<Entry>();
  for (let one: Entry | undefined = entry; one && !around.has(one);) {
    around.add(one);
    one = entries.get(`measures/${String(one.fields['partOf'])}`);
  }
  return [...around]
    .flatMap(({ title, aliases }) => [title, ...aliases])
    .map(compact)
    .toSorted((a, b) => b.length - a.length);
}

/** A summary that only repeats its title, and that of what it is part of, is left out. */
export function checkSummary(
  entry: Entry,
  entries: ReadonlyMap<EntryKey, Entry>,
  report: Report,
): void {
  if (entry.summary === undefined) return;
  let rest = compact(entry.summary);
  for (const name of namesAround(entry, entries)) rest = rest.replaceAll(name, '');
  if ([...rest.replace(PLACE, '')].length < LEAST) report(['summary'], 'summary-repeats', {});
}
