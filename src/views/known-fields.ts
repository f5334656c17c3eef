/**
 * The fields of an entry as a page may state them: from the library's own documents where they say
 * it, else from an outside fact that provides it, and then marked as such.
 */
import type { Block, Entry, ExternalFact } from '../library/types.ts';

/** Kinds of source that may be linked; what comes from others is 待核实. */
const LINKABLE = new Set<ExternalFact['source']['kind']>(['official', 'institution', 'news']);

/** Whether a fact comes from a copy, and was not checked against the original. */
export const isUnverified = ({ source }: Pick<ExternalFact, 'source'>): boolean =>
  !LINKABLE.has(source.kind);

/**
 * A field's value and where it comes from.
 * @param name a frontmatter field of one collection, e.g. `number`
 * @returns its text, and the outside fact that supplies it where the library's own documents do not; undefined when nobody
 *   states it
 */
export function knownField(
  entry: Entry,
  name: string,
): { text: string; provider?: ExternalFact } | undefined {
  // A list as its members, 、 between them.
  const own = [entry.fields[name] ?? []].flat().join('、');
  if (own !== '') return { text: own };
  const provider = entry.external.find((fact) => fact.provides?.[name]);
  return provider && { text: provider.provides![name]!, provider };
}

/** A document's number, and whether it is only known from outside the library's documents. */
export function numberText(entry: Entry): string | undefined {
  const number = knownField(entry, 'number');
  return number && `${number.text}${number.provider ? '（外部资料）' : ''}`;
}

/** A title that is awarded; it stands among the policies, but is no document. */
export const isHonour = (entry: Entry): boolean => entry.fields['kind'] === '评选认定';

/** A field that holds a list of texts, e.g. `issuers`; empty when absent. */
export function listField(entry: Entry, name: string): string[] {
  const value = entry.fields[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A document is an entry that carries its own text. */
export const isDocument = (entry: Entry): boolean =>
  entry.blocks.length > 0 && (entry.collection === 'replies' || entry.collection === 'policies');

/** The block of a document's text that is its title. */
export const printedTitle = (entry: Entry): Block | undefined =>
  isDocument(entry)
    ? entry.blocks.find(({ part, depth }) => part === 'DocumentTitle' || depth === 1)
    : undefined;

/** @returns a field that the library's documents state, or a source that was checked; a copy (待核实) is none */
export function certainField(entry: Entry, name: string): string | undefined {
  const known = knownField(entry, name);
  return known?.provider && isUnverified(known.provider) ? undefined : known?.text;
}
