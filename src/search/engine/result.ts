/** A page and its hits → what a reader is shown of it. */
import type { PageRecord } from '../record.ts';
import { fold } from '../normalise.ts';
import { excerpts } from './excerpt.ts';
import type { Hit, ReadStretch } from './hits.ts';
import type { Result } from './types.ts';

const SENTENCES = 3;
const BEGINNING = 90;

const isTitle = ({ text }: ReadStretch, record: PageRecord) => text === record.title;

/** The page's first words after its title, when no sentence with a hit can be shown. */
function beginningOf(record: PageRecord): string | undefined {
  const unit = record.stretches
    .flat()
    .find(({ text, id }) => id !== '' && text !== record.title && text.length > 8);
  const characters = Array.from(unit?.text ?? '');
  return characters.length > BEGINNING
    ? `${characters.slice(0, BEGINNING).join('')}……`
    : unit?.text;
}

/** Hits in the title are marked in the title; the sentences are those of the text. */
export function resultOf(record: PageRecord, hits: Hit[]): Result {
  const { stretches: _stretches, official: _official, ...shown } = record;
  const spelt = hits.filter((hit, at) => hits.findIndex(({ term }) => term === hit.term) === at);
  const inTitle = hits.filter(({ stretch }) => isTitle(stretch, record));
  const inText = hits.filter(({ stretch }) => !isTitle(stretch, record));
  const title = inTitle.length > 0 ? [fold(record.title).text] : [];
  const { shown: sentences, further, furtherCount } = excerpts(inText, spelt, SENTENCES, title);
  const [marked] = excerpts(inTitle, spelt, 1).shown;
  const result: Result = { ...shown, excerpts: sentences, further, furtherCount };
  if (marked) result.marked = marked;
  if (sentences.length === 0) result.beginning = beginningOf(record);
  return result;
}
