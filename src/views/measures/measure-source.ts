/** Which documents a measure belongs to: the one that states it first. */
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { ancestorsOf } from './measure-tree.ts';

/** The document that an author names as the one that states a measure, or the measure that it is part of. */
export function statedBy(library: Library, measure: Entry): Entry | undefined {
  const keys = [measure, ...ancestorsOf(library, measure).toReversed()].map(
    (one) => one.fields['statedBy'] as EntryKey | undefined,
  );
  const key = keys.find((one) => one !== undefined);
  return key && library.entries.get(key);
}

/** The policies of a measure, those first that its author put first. */
function policiesOf(library: Library, measure: Entry): Entry[] {
  const stated = measure.relations
    .filter(({ field }) => field === 'policies')
    .map(({ to }) => library.get(to));
  const related = library
    .related(measure.key)
    .map(({ entry }) => entry)
    .filter((entry) => entry.collection === 'policies');
  return [...new Set([...stated, ...related])];
}

/**
 * The documents of a measure.
 * @returns the one that states it; then, or failing that, the policies that it has to do with; failing
 *   these, the document that its evidence stands in
 */
export function documentsOf(library: Library, measure: Entry): Entry[] {
  const source = statedBy(library, measure);
  const policies = policiesOf(library, measure);
  const documents = [...new Set([...(source ? [source] : []), ...policies])];
  const [evidence] = measure.evidence;
  return documents.length > 0 ? documents : evidence ? [library.get(evidence.in)] : [];
}

/** The documents that state a measure: the one that its author names, else its policies. */
export function statingDocuments(library: Library, measure: Entry): Entry[] {
  const source = statedBy(library, measure);
  return source ? [source] : policiesOf(library, measure);
}
