/** The texts of an entry's page, with the page's own anchors and labels. */
import { firstAnchor } from '../../library/inline-tree.ts';
import type { Entry, Library } from '../../library/types.ts';
import { blockLabel } from '../../views/citation/citation.ts';
import { BREAKS_AFTER, BREAKS_BEFORE, pageBreaks } from '../../views/document/page-breaks.ts';
import { factsInOrder } from '../../views/external-facts/external-facts.ts';
import { keyFigures, targetsInOrder } from '../../views/key-figures/key-figures.ts';
import { isDocument, printedTitle } from '../../views/known-fields.ts';
import { findPart } from '../../text/parts.ts';
import type { Stretch, Unit } from '../format/record.ts';

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Where in the tidied text stands what stands here in the text. */
export const tidyOffset = (text: string, at: number): number =>
  // A sign in its place keeps the blank before it.
  tidy(`${text.slice(0, at)}|`).length - 1;

/** What a result calls the place of a block: 第十二条 before 第37段. */
const placeLabel = (entry: Entry, block: Entry['blocks'][number]): string =>
  findPart(block.part)?.label ??
  (block.kind === 'heading'
    ? '小标题'
    : block.number === undefined
      ? '表'
      : blockLabel(block, entry));

/** The address of the annex, or second text, whose article begins in a block. */
const annexOf = (entry: Entry, block: Entry['blocks'][number]): string | undefined =>
  /^(.+)-a\d/u.exec(firstAnchor(entry, block) ?? '')?.[1];

const blockUnits = (entry: Entry): Unit[] =>
  entry.blocks.map((block) => {
    const within = annexOf(entry, block);
    const unit = { id: block.id, label: placeLabel(entry, block), text: tidy(block.text) };
    return within === undefined ? unit : { ...unit, within };
  });

/** The unit of a document's page that holds its title. */
export const titleUnit = (entry: Entry): string => printedTitle(entry)?.id ?? 'title';

/** The editors' notes in the margin of numbered paragraphs and official parts. */
function noteUnits(library: Library, entry: Entry): Unit[] {
  return entry.blocks
    .filter(({ kind, number }) => kind === 'part' || number !== undefined)
    .flatMap((block) =>
      library.notesOn(block).map(({ id, words }) => ({ id, label: '校注', text: tidy(words) })),
    );
}

/** The one note on where the original's pages ended, at the document's head. */
function pageBreakUnit(entry: Entry): Unit[] {
  const places = pageBreaks(entry).map(
    ({ words, place, again }) => `${again ? '' : place}“${words}”`,
  );
  if (places.length === 0) return [];
  const text = `${BREAKS_BEFORE}${places.join('、')}${BREAKS_AFTER}`;
  return [{ id: 'page-breaks', label: '校注', text: tidy(text) }];
}

/** What stands around the text: summary, key figures, targets, awards. */
function particulars(library: Library, entry: Entry): Unit[] {
  const figures = keyFigures(library, entry).map(({ label, values, unknown }, at) => {
    const words = values.map((value) => (typeof value === 'string' ? value : value.title));
    return { id: `figure-${at + 1}`, label, text: unknown ? '' : tidy(words.join('、')) };
  });
  return [
    { id: 'summary', label: '摘要', text: tidy(entry.summary ?? '') },
    ...figures,
    ...targetsInOrder(entry).map(({ name }, at) => ({
      id: `target-${at + 1}`,
      label: '目标',
      text: tidy(name),
    })),
    ...entry.awards.map(({ name }, at) => ({
      id: `award-${at + 1}`,
      label: '奖补',
      text: tidy(name),
    })),
  ];
}

/** A page's texts in its own order; only an official text is read on from paragraph to paragraph. */
export function stretchesOf(library: Library, entry: Entry): Stretch[] {
  const alone = (units: Unit[]): Stretch[] => units.map((unit) => [unit]);
  const title = { id: 'title', label: '标题', text: tidy(entry.title) };
  const external = [
    ...entry.laterValidity.map(({ fact }, at) => ({ fact, id: `later-${at + 1}` })),
    ...factsInOrder(entry).map(({ fact }, at) => ({ fact, id: `external-${at + 1}` })),
  ].map(({ fact, id }) => ({ id, label: '外部资料', text: tidy(fact) }));
  const document = isDocument(entry);
  const stretches = document
    ? [
        ...(printedTitle(entry) ? [] : [[title]]),
        blockUnits(entry),
        ...alone(pageBreakUnit(entry)),
        ...alone(noteUnits(library, entry)),
        ...alone(particulars(library, entry)),
        ...alone(external),
      ]
    : [
        [title],
        ...alone(particulars(library, entry)),
        ...alone(blockUnits(entry)),
        ...alone(noteUnits(library, entry)),
        ...alone(external),
      ];
  return stretches
    .map((units) => units.filter(({ text }) => text !== ''))
    .filter((units) => units.length > 0);
}
