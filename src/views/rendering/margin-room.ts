/**
 * Which blocks find room in the margin of a wide page. What stands there does not lengthen the page: notes that
 * reach further than the text would lie over what follows. Heights are reckoned from the measures of
 * `src/styles/margin.css` and `document.css`, in pixels at the usual size of type.
 */

/** What one block puts on a wide page. */
export interface MarginDemand {
  /** Characters of its own text. */
  text: number;
  heading: boolean;
  /** Characters of each note, and of each line of names. */
  notes: readonly number[];
  names: readonly number[];
}

const TEXT = { perLine: 38, line: 34, below: 8.5, heading: 45 };
const NOTE = { perLine: 19, line: 21.5, around: 22.5 };
const NAMES = { perLine: 22, line: 21.5, around: 13 };
/** The margin may run ahead of the text by a screen, and past its end by the space before what follows. */
const MOST_AHEAD = 800;
const MOST_PAST_END = 60;

const lines = (characters: number, perLine: number): number => Math.ceil(characters / perLine);
const stacked = (items: readonly number[], size: typeof NOTE): number =>
  items.reduce((sum, n) => sum + lines(n, size.perLine) * size.line + size.around, 0);

const ownHeight = ({ text, heading }: MarginDemand): number =>
  lines(text + 2, TEXT.perLine) * TEXT.line + TEXT.below + (heading ? TEXT.heading : 0);

/**
 * The blocks whose notes and names are better opened by their marks, as on a narrow page.
 * @param demands of all blocks of a document, in order
 * @returns their places among the blocks
 */
export function crowdedBlocks(demands: readonly MarginDemand[]): Set<number> {
  const crowded = new Set<number>();
  let top = 0;
  let bottom = 0;
  let chain: { at: number; height: number }[] = [];
  demands.forEach((demand, at) => {
    const height = stacked(demand.notes, NOTE) + stacked(demand.names, NAMES);
    if (bottom <= top) chain = [];
    if (height > 0) {
      const end = Math.max(bottom, top) + height;
      if (end > top + ownHeight(demand) + MOST_AHEAD) crowded.add(at);
      else {
        bottom = end;
        chain.push({ at, height });
      }
    }
    top += ownHeight(demand);
  });
  // What runs past the end began with the chain that is still open: its highest go, until the rest fits.
  chain.sort((a, b) => a.height - b.height);
  while (bottom > top + MOST_PAST_END && chain.length > 0) {
    const { at, height } = chain.pop()!;
    crowded.add(at);
    bottom -= height;
  }
  return crowded;
}
