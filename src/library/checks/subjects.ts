/** Whether the words that an entry rests on show that it is about its subjects. */
import { say } from '../problems/registry.ts';
import { placesMeaning } from '../names/meanings.ts';
import { findQuotation } from '../relations/quotations.ts';
import type { Entry, Library, Problem } from '../types.ts';

/** Whether one of an entry's quotations names another. */
function isNamed(library: Library, entry: Entry, subject: Entry): boolean {
  return entry.evidence.some(({ in: key, quote }) => {
    const document = library.entries.get(key);
    const found = document && findQuotation(document, quote);
    return (
      found &&
      placesMeaning(library, found.block, subject).some(
        ({ start, end }) => found.start <= start && end <= found.end,
      )
    );
  });
}

/**
 * A subject is named in the evidence, or the author gives the words that show it.
 * @returns a problem for each subject that no words show
 */
export function checkSubjects(library: Library): Problem[] {
  return [...library.entries.values()].flatMap((entry) =>
    entry.relations.flatMap(({ field, to, path, quotation }): Problem[] => {
      const subject = library.entries.get(to);
      if (field !== 'subjects' || quotation || !subject || isNamed(library, entry, subject))
        return [];
      return [
        {
          file: entry.file,
          line: entry.lineOf(path),
          ...say('subject-unfounded', { title: subject.title }),
        },
      ];
    }),
  );
}
