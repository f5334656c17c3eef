/**
 * What search knows of a library, taken from its graph: a record for the page of every entry, with the page's own
 * anchors, labels and words. `tests/site/search-records.test.ts` holds the records to the built pages.
 */
import { firstAnchor } from '../../library/inline-tree.ts';
import type { Entry, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { blockLabel } from '../../views/citation/citation.ts';
import { BREAKS_AFTER, BREAKS_BEFORE, pageBreaks } from '../../views/document/page-breaks.ts';
import { evidencePassages, quotedPassages } from '../../views/entry/evidence.ts';
import { factsInOrder } from '../../views/external-facts/external-facts.ts';
import { keyFigures, targetsInOrder } from '../../views/key-figures/key-figures.ts';
import { isDocument, printedTitle } from '../../views/known-fields.ts';
import { statingDocuments } from '../../views/measures/measures.ts';
import { passageRuns } from '../../views/passages/passages.ts';
import { pagePath } from '../../views/urls.ts';
import type { PageRecord, QuotedRange, Unit } from '../format/index-files.ts';
import { particularsOf } from './particulars.ts';

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Where in the tidied text stands what stands here in the text. A sign in its place keeps the blank before it. */
const tidyOffset = (text: string, at: number): number => tidy(`${text.slice(0, at)}|`).length - 1;

/** Units that differ in their number: `award-1`, `award-2`. */
const numbered = (name: string, label: string, texts: string[]): Unit[] =>
  texts.map((text, at) => ({ id: `${name}-${at + 1}`, label, text: tidy(text) }));

/** The blocks of a text, each by what a result calls its place: 第十二条 before 第37段. */
const blockUnits = (entry: Entry): Unit[] =>
  entry.blocks.map((block) => {
    const name =
      block.kind === 'heading'
        ? '小标题'
        : block.number === undefined
          ? '表'
          : blockLabel(block, entry);
    const unit = {
      id: block.id,
      label: findPart(block.part)?.label ?? name,
      text: tidy(block.text),
    };
    // The address of the annex, or second text, whose article begins in the block.
    const within = /^(.+)-a\d/u.exec(firstAnchor(entry, block) ?? '')?.[1];
    return within === undefined ? unit : { ...unit, within };
  });

/** The editors' notes: on where the original's pages ended, and in the margin of numbered paragraphs and official parts. */
function noteUnits(library: Library, entry: Entry): Unit[] {
  const breaks = pageBreaks(entry).map(({ words, block }) => `${blockLabel(block)}“${words}”`);
  const text = tidy(`${BREAKS_BEFORE}${breaks.join('、')}${BREAKS_AFTER}`);
  const noted = entry.blocks.filter(({ kind, number }) => kind === 'part' || number !== undefined);
  return [
    ...(isDocument(entry) && breaks.length > 0 ? [{ id: 'page-breaks', label: '校注', text }] : []),
    ...noted
      .flatMap((block) => library.notesOn(block))
      .map(({ id, words }) => ({ id, label: '校注', text: tidy(words) })),
  ];
}

/** What stands around the text: summary, key figures, targets, awards. */
function aroundText(library: Library, entry: Entry): Unit[] {
  const figures = keyFigures(library, entry).map(({ label, values, unknown }, at) => {
    const words = values.map((value) => (typeof value === 'string' ? value : value.title));
    return { id: `figure-${at + 1}`, label, text: unknown ? '' : tidy(words.join('、')) };
  });
  const targets = targetsInOrder(entry).map(({ name }) => name);
  const awards = entry.awards.map(({ name }) => name);
  return [
    { id: 'summary', label: '摘要', text: tidy(entry.summary ?? '') },
    ...figures,
    ...numbered('target', '目标', targets),
    ...numbered('award', '奖补', awards),
  ];
}

/** A page's texts in its own order; only an official text is read on from paragraph to paragraph. */
function textsOf(library: Library, entry: Entry): Unit[][] {
  const alone = (units: Unit[]): Unit[][] => units.map((unit) => [unit]);
  const title = { id: 'title', label: '标题', text: tidy(entry.title) };
  const later = entry.laterValidity.map(({ fact }) => fact);
  const external = factsInOrder(entry).map(({ fact }) => fact);
  const around = alone(aroundText(library, entry));
  const notes = alone(noteUnits(library, entry));
  const outside = alone([
    ...numbered('later', '外部资料', later),
    ...numbered('external', '外部资料', external),
  ]);
  const texts = isDocument(entry)
    ? [...(printedTitle(entry) ? [] : [[title]]), blockUnits(entry), ...notes, ...around]
    : [[title], ...around, ...alone(blockUnits(entry)), ...notes];
  return [...texts, ...outside]
    .map((units) => units.filter(({ text }) => text !== ''))
    .filter((units) => units.length > 0);
}

/**
 * The words of documents that an entry's page shows as its evidence; and of blocks that hold its evidence, and of the titles
 * of documents that its figures name as its own, no words and no anchor.
 */
function quotationsOf(library: Library, entry: Entry): QuotedRange[] {
  if (isDocument(entry)) return [];
  const quoted = quotedPassages(library, entry).map((passage, at): QuotedRange => {
    const { text, id } = passage.block;
    const shown = passageRuns(passage, [])
      .map((run) => run.text)
      .filter((words) => words !== '……')
      .join('');
    const start = text.indexOf(shown, passage.sentenceStart);
    return {
      anchor: `quotation-${at + 1}`,
      url: pagePath(passage.document),
      unit: id,
      start: tidyOffset(text, start),
      end: tidyOffset(text, start + shown.length),
    };
  });
  const rested = [
    ...evidencePassages(library, entry).map(({ document, block }) => [document, block.id] as const),
    ...statingDocuments(library, entry).map(
      (document) => [document.key, printedTitle(document)?.id ?? 'title'] as const,
    ),
  ];
  for (const [document, unit] of rested) {
    const url = pagePath(document);
    if (!quoted.some((one) => one.url === url && one.unit === unit))
      quoted.push({ anchor: '', url, unit, start: 0, end: 0 });
  }
  return quoted;
}

const recordOf = (library: Library, entry: Entry): PageRecord => ({
  url: pagePath(entry.key),
  title: entry.title,
  ...particularsOf(library, entry),
  official: isDocument(entry),
  texts: textsOf(library, entry),
  quotations: quotationsOf(library, entry),
});

/** The records of a library, a page each, in the order of its entries. */
export const recordsOf = (library: Library): PageRecord[] =>
  [...library.entries.values()].map((entry) => recordOf(library, entry));
