/**
 * What stands in the margin of a block: the editors' notes on its words, and the policies, measures and figures that
 * rest on them. It is `hidden` until style shows it, so that it is in no one's copy of the text.
 */
import type { Block, Entry, EntryKey, Library, PlacedNote } from '../../library/types.ts';
import { numberText } from '../known-fields.ts';
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
export const markTo = (target: string, name: string, id?: string): string =>
  element('a', { class: 'mark', id, href: `#${target}`, 'aria-label': name, ...EDITORIAL }, '');

/** The id of a note's mark. */
export const markId = ({ id }: PlacedNote): string => `${id}-mark`;

/** The policies, measures and figures that rest on a block's words, as links, by what a line calls them. */
function linksOf(library: Library, document: EntryKey, block: Block): Record<string, string[]> {
  const quoting = library.quoting(block);
  const link = (to: Entry, words = to.title): string =>
    element('a', { href: href(pagePath(document), pagePath(to.key)) }, escapeText(words));
  const ids = new Set(quoting.map(({ key }) => key));
  return {
    政策: quoting
      .filter((entry) => entry.collection === 'policies' && numberText(entry))
      .map((policy) => `${link(policy)} ${escapeText(numberText(policy)!)}`),
    // Without the parts of those already named.
    举措: quoting
      .filter(({ collection }) => collection === 'measures')
      .filter(({ fields }) => !ids.has(`measures/${String(fields.partOf)}`))
      .map((measure) => link(measure)),
    数字: quoting.flatMap((entry) =>
      [...entry.awards, ...entry.targets]
        .filter((figure) => figure.in === document && block.text.includes(figure.quote))
        .map((figure) => `${link(entry, amountText(figure))} ${escapeText(figure.name)}`),
    ),
  };
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
  const links = Object.entries(linksOf(library, document, block)).filter(([, some]) => some.length);
  if (links.length === 0) return { names: '', mark: '' };
  const id = `${block.id}-names`;
  const lines = links.map(([kind, some]) => {
    const label = element('span', { class: 'label', 'data-unindexed': true }, kind);
    return element('p', {}, `${label} ${some.join('·')}`);
  });
  const box = { class: 'names parted dim', id, 'data-unindexed': true } as const;
  const counts = links.map(([kind, some]) => `${kind}${some.length}`).join('·');
  return { names: element('div', box, lines.join('')), mark: markTo(id, counts) };
}

/** A note, as the unit of search and the target of its mark that it is; its label leads back to the mark. */
export function noteOf(note: PlacedNote): string {
  const { id, number, words } = note;
  const back = { class: 'label', href: `#${markId(note)}`, 'data-unindexed': true } as const;
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
