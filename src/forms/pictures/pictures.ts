/**
 * The pictures that stand for pages where their address is shared: one a document, one for all other pages. They are
 * drawn when they are asked for, so that what only wants their names loads no font.
 */
import type { Entry } from '../../library/types.ts';
import type { SoundLibrary } from '../../reading/read-library.ts';
import { dateLabel } from '../../site/wording/dates.ts';
import { collectionLabels } from '../../site/wording/labels.ts';
import { certainField } from '../certain.ts';
import { documentsOf, libraryPicture, alternatePath } from '../documents.ts';
import type { Form, FormFile } from '../form.ts';
import type { Card } from './card.ts';

const documentCard = ({ config }: SoundLibrary, document: Entry): Card => ({
  title: document.title,
  kind: collectionLabels[document.collection],
  number: certainField(document, 'number'),
  date: dateLabel(document),
  library: config.name,
});

const libraryCard = ({ config }: SoundLibrary): Card => ({
  title: config.name,
  library: config.publisher === config.name ? '' : (config.publisher ?? ''),
  about: config.description,
});

/** Semibold: strokes that hold in a picture the size of a thumb. */
const WEIGHT = 600;

async function* drawn(site: SoundLibrary, say: (line: string) => void): AsyncGenerator<FormFile> {
  const { drawCard, wordsOf } = await import('./card.ts');
  const { Glyphs } = await import('./glyphs.ts');
  const glyphs = new Glyphs(WEIGHT);
  const cards: [path: string, card: Card][] = [
    [libraryPicture, libraryCard(site)],
    ...documentsOf(site.library).map((document): [string, Card] => [
      alternatePath(document, 'picture'),
      documentCard(site, document),
    ]),
  ];
  for (const [path, card] of cards) {
    await glyphs.open(wordsOf(card));
    yield [path, drawCard(card, glyphs)];
  }
  if (glyphs.lacking.size > 0)
    say(`图片的字体没有这些字，以〓代替：${[...glyphs.lacking].sort().join(' ')}`);
}

export const pictures: Form = {
  name: '图片',
  makes: (path) => path === libraryPicture || /^(?:replies|policies)\/[^/]+\.png$/u.test(path),
  files: drawn,
};
