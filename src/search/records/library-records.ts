/**
 * What search knows of a library, taken from its graph: a record for the page of every entry, with the page's own
 * anchors, labels and words. `read-page.test.ts` and `tests/site` hold the records to the built pages.
 */
import type { Entry, Library } from '../../library/types.ts';
import { blockLabel } from '../../site/citation/citation.ts';
import { evidencePassages, quotedPassages } from '../../site/entry/entry-page.ts';
import { externalViews } from '../../site/external-facts/external-facts.ts';
import { isDocument } from '../../site/entry/known-fields.ts';
import { keyFigures } from '../../site/entry/key-figures.ts';
import { entryMeta } from '../../site/entry/search-facts.ts';
import { passageRuns } from '../../site/passages/passage-runs.ts';
import { BREAKS_AFTER, BREAKS_BEFORE, pageBreaks } from '../../site/document/page-breaks.ts';
import { targetRows } from '../../site/targets/target-rows.ts';
import { pagePath } from '../../site/urls.ts';
import { findPart } from '../../text/parts.ts';
import type { EvidenceUnit, PageRecord, QuotedRange, Stretch, Unit } from './record.ts';

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What a result calls the place of a block: 第十二条 before 第37段. */
const placeLabel = (entry: Entry, block: Entry['blocks'][number]): string =>
  findPart(block.part)?.label ??
  (block.kind === 'heading'
    ? '小标题'
    : block.number === undefined
      ? '表'
      : blockLabel(block, entry));

const blockUnits = (entry: Entry): Unit[] =>
  entry.blocks.map((block) => ({
    id: block.id,
    label: placeLabel(entry, block),
    text: tidy(block.text),
  }));

/** The editors' notes in the margin of numbered paragraphs and official parts. */
function noteUnits(library: Library, entry: Entry): Unit[] {
  return entry.blocks
    .filter(({ kind, number }) => kind === 'part' || number !== undefined)
    .flatMap((block) =>
      library.notesOn(block).map(({ note }, at) => ({
        id: `${block.id}-note-${at + 1}`,
        label: '校注',
        text: tidy(note),
      })),
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
  const context = { library, page: pagePath(entry.key) };
  const figures = keyFigures(context, entry).map(({ label, parts, unknown }, at) => ({
    id: `figure-${at + 1}`,
    label,
    text: unknown ? '' : tidy(parts.map(({ text }) => text).join('、')),
  }));
  return [
    { id: 'summary', label: '摘要', text: tidy(entry.summary ?? '') },
    ...figures,
    ...targetRows(context, entry).map(({ name }, at) => ({
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
function stretchesOf(library: Library, entry: Entry): Stretch[] {
  const alone = (units: Unit[]): Stretch[] => units.map((unit) => [unit]);
  const title = { id: 'title', label: '标题', text: tidy(entry.title) };
  const external = externalViews(entry).map(({ fact, id }) => ({
    id,
    label: '外部资料',
    text: tidy(fact),
  }));
  const document = isDocument(entry);
  const printsTitle = entry.blocks.some(
    (block) => block.part === 'DocumentTitle' || block.depth === 1,
  );
  const stretches = document
    ? [
        ...(printsTitle ? [] : [[title]]),
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

/** The words of documents that an entry's page shows as its evidence. */
function quotationsOf(library: Library, entry: Entry): QuotedRange[] {
  return quotedPassages(library, entry).map((passage, at) => {
    const shown = passageRuns(passage, [])
      .map(({ text }) => text)
      .filter((text) => text !== '……')
      .join('');
    const start = passage.block.text.indexOf(shown, passage.sentenceStart);
    return {
      anchor: `quotation-${at + 1}`,
      url: pagePath(passage.document),
      unit: passage.block.id,
      start,
      end: start + shown.length,
    };
  });
}

/** The blocks of documents that hold an entry's evidence. */
const evidenceOf = (library: Library, entry: Entry): EvidenceUnit[] =>
  isDocument(entry)
    ? []
    : evidencePassages(library, entry).map(({ document, block }) => ({
        url: pagePath(document),
        unit: block.id,
      }));

function recordOf(library: Library, entry: Entry): PageRecord {
  const values = Map.groupBy(entryMeta(library, entry), ({ name }) => name);
  const all = (name: string) =>
    (values.get(`library:${name}`) ?? []).map(({ content }) => content.trim()).filter(Boolean);
  const [number, date, dateText, validity] = ['number', 'date', 'dateText', 'validity'].map(
    (name) => all(name)[0],
  );
  return {
    url: pagePath(entry.key),
    title: entry.title,
    kind: all('kind')[0]!,
    ...(number && { number }),
    ...(date && { date }),
    ...(dateText && { dateText }),
    ...(validity && { validity }),
    aliases: all('alias'),
    levels: all('level'),
    years: all('year'),
    issuers: all('issuer'),
    clusters: all('cluster'),
    official: isDocument(entry),
    stretches: stretchesOf(library, entry),
    quotations: quotationsOf(library, entry),
    evidence: evidenceOf(library, entry),
  };
}

/** The records of a library, a page each. */
export const recordsOf = (library: Library): PageRecord[] =>
  [...library.entries.values()].map((entry) => recordOf(library, entry));
