/** Draws cards in a thread of its own, beside the rendering of the pages; tells each picture, and at the end what the font lacks. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawCard, wordsOf, type Card } from './card.ts';
import { Glyphs } from './glyphs.ts';

/** A picture by its path; or, last, the characters that stand as 〓. */
export type Drawn = { path: string; png: Uint8Array } | { lacking: string[] };

/** Semibold: strokes that hold in a picture the size of a thumb. */
const WEIGHT = 600;

const glyphs = new Glyphs(WEIGHT);
for (const [path, card] of workerData as [path: string, card: Card][]) {
  await glyphs.open(wordsOf(card));
  parentPort!.postMessage({ path, png: drawCard(card, glyphs) } satisfies Drawn);
}
parentPort!.postMessage({ lacking: [...glyphs.lacking].sort() } satisfies Drawn);
