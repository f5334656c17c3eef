/**
 * What stands in the margin of a block: the editors' notes on its words, and the policies, measures and figures that
 * rest on them. It is `hidden` until style shows it, so that it is in no one's copy of the text.
 */
import type { Block, Entry, EntryKey, Library, PlacedNote } from '../../library/types.ts';
import { knownField } from '../known-fields.ts';
import { href, pagePath } from '../urls.ts';
import { amountText } from '../wording/figures.ts';
import { EDITORIAL, element, escapeText } from './html.ts';

/**
 * A mark without text that leads to what belongs to it: Ctrl+F, a reader view and a search engine find the words on
 * both sides of it unbroken.
 * @param target the id of what it leads to
 * @param name what it is called; drawn by style
 * @param id its own, where something leads back to it
 */
export const opener = (target: string, name: string, id?: string): string =>
  element('a', { class: 'opener', id, href: `#${target}`, 'aria-label': name, ...EDITORIAL }, '');

/** The id of a note's mark. */
export const markOf = ({ id }: PlacedNote): string => `${id}-mark`;

/** The word that says what a line of the margin is. */
const label = (words: string): string =>
  element('span', { class: 'label', 'data-unindexed': true }, escapeText(words));

const link = (from: EntryKey, to: Entry, words: string): string =>
  element('a', { href: href(pagePath(from), pagePath(to.key)) }, escapeText(words));

function figuresIn(document: EntryKey, block: Block, quoting: Entry[]): string[] {
  return quoting.flatMap((entry) =>
    [...entry.awards, ...entry.targets]
      .filter((figure) => figure.in === document && block.text.includes(figure.quote))
      .map((figure) => `${link(document, entry, amountText(figure))} ${escapeText(figure.name)}`),
  );
}

/** Measures that rest on a block, without the parts of those already named. */
function measuresIn(document: EntryKey, quoting: Entry[]): string[] {
  const measures = quoting.filter((entry) => entry.collection === 'measures');
  const ids = new Set(measures.map((measure) => measure.id));
  return measures
    .filter((measure) => !ids.has(String(measure.fields.partOf)))
    .map((measure) => link(document, measure, measure.title));
}

function policiesIn(document: EntryKey, quoting: Entry[]): string[] {
  return quoting.flatMap((policy) => {
    const number = policy.collection === 'policies' ? knownField(policy, 'number') : undefined;
    if (!number) return [];
    const source = number.provider ? '（外部资料）' : '';
    return [`${link(document, policy, policy.title)} ${escapeText(number.text + source)}`];
  });
}

/**
 * @param block a block of the document
 * @returns the names that rest on its words, and the mark after them that leads there; both empty where nothing does
 */
export function namesOf(
  library: Library,
  document: EntryKey,
  block: Block,
): { names: string; mark: string } {
  const quoting = library.quoting(block);
  const groups = [
    { kind: '政策', links: policiesIn(document, quoting) },
    { kind: '举措', links: measuresIn(document, quoting) },
    { kind: '数字', links: figuresIn(document, block, quoting) },
  ].filter(({ links }) => links.length > 0);
  if (groups.length === 0) return { names: '', mark: '' };
  const id = `${block.id}-names`;
  const lines = groups.map(({ kind, links }) =>
    element('p', {}, `${label(kind)} ${links.join('·')}`),
  );
  const counts = groups.map(({ kind, links }) => `${kind}${links.length}`).join('·');
  return {
    names: element(
      'div',
      { class: 'names parted dim', id, 'data-unindexed': true },
      lines.join(''),
    ),
    mark: opener(id, counts),
  };
}

/** A note, as the unit of search and the target of its mark that it is; its label leads back to the mark. */
export function noteOf(note: PlacedNote): string {
  const { id, number, words } = note;
  const back = { class: 'label', href: `#${markOf(note)}`, 'data-unindexed': true } as const;
  return element(
    'p',
    { class: 'note', id, 'data-unit': '校注' },
    `${element('a', back, `校注${number}`)} ${escapeText(words)}`,
  );
}

/** @param content notes and names, in order of place; nothing is written where there are none */
export const marginOf = (content: readonly string[]): string =>
  content.length > 0
    ? element('aside', { class: 'margin', hidden: true, ...EDITORIAL }, content.join(''))
    : '';
