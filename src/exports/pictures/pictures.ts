/**
 * The pictures that stand for pages where their address is shared: one a document, one for all other pages. A thread
 * draws them, so that what only wants their names loads no font.
 */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Entry } from '../../library/types.ts';
import type { SiteFile } from '../../content/write-files.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { onOneLine } from '../../text/control-characters.ts';
import { certainField } from '../../views/known-fields.ts';
import { documentsOf, libraryPicture, alternatePath } from '../documents.ts';
import type { Form } from '../form.ts';
import type { Card } from './card.ts';
import type { Drawn } from './draw-worker.ts';

const documentCard = ({ config }: ValidLibrary, document: Entry): Card => ({
  title: onOneLine(document.title),
  kind: collectionLabels[document.collection],
  number: certainField(document, 'number'),
  date: dateLabel(document),
  library: config.name,
});

const libraryCard = ({ config }: ValidLibrary): Card => ({
  title: onOneLine(config.name),
  library: config.publisher === config.name ? '' : (config.publisher ?? ''),
  about: config.description,
});

async function* drawn(site: ValidLibrary, say: (line: string) => void): AsyncGenerator<SiteFile> {
  const cards: [path: string, card: Card][] = [
    [libraryPicture, libraryCard(site)],
    ...documentsOf(site.library).map((document): [string, Card] => [
      alternatePath(document, 'picture'),
      documentCard(site, document),
    ]),
  ];
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { workerData: cards });
  try {
    for await (const [made] of on(worker, 'message') as AsyncIterable<[Drawn]>) {
      if ('png' in made) {
        yield [made.path, made.png];
        continue;
      }
      const { lacking } = made;
      if (lacking.length > 0) say(`图片的字体没有这些字，以〓代替：${lacking.join(' ')}`);
      return;
    }
  } finally {
    await worker.terminate();
  }
}

export const pictures: Form = {
  name: '图片',
  makes: (path) => path === libraryPicture || /^(?:replies|policies)\/[^/]+\.png$/u.test(path),
  beside: true,
  files: drawn,
};
