/** What each block of one text, or of one annex, is: its numbers judged together. */
import {
  candidate,
  type Candidate,
  chooseArticles,
  type ChosenArticle,
  quotedBlocks,
} from './articles.ts';
import {
  type DivisionLine,
  isContentsLine,
  isHeadingLine,
  rankOf,
  withoutContents,
} from './divisions.ts';
import { type Label, labelOf, runOnArticles } from './labels.ts';
import type { TextBlock } from './types.ts';

/** What the blocks of a text are, by their index in it. */
export interface Recognised {
  labels: (Label | null)[];
  articles: ReadonlyMap<number, ChosenArticle[]>;
  divisions: ReadonlyMap<number, DivisionLine>;
}

/** Whether a block is a cell of a table. */
export const isCell = ({ id }: TextBlock): boolean => /^t\d/u.test(id);

/**
 * @param blocks the blocks of one text
 * @returns the label that each begins with, the articles, and the headings of 编、章、节
 */
export function recognise(blocks: readonly TextBlock[]): Recognised {
  const labels = blocks.map((block) =>
    block.kind === 'part' || isCell(block) ? null : labelOf(block.text),
  );
  const quoted = quotedBlocks(blocks, (i) => labels[i]?.style === '一、');
  const candidates: Candidate[] = [];
  const lines: DivisionLine[] = [];
  blocks.forEach(({ text, kind }, index) => {
    const label = labels[index];
    const where = quoted[index]!;
    if (label?.kind === 'article') candidates.push(candidate(index, text, label, where));
    else if (label && rankOf(label.kind) >= 0) {
      const free = !where.marked && !where.amended && isHeadingLine(text, label);
      const heading = text.slice(label.after).trim();
      if (kind === 'heading' || free) lines.push({ index, label, heading });
    }
    if (kind === 'paragraph')
      for (const run of runOnArticles(text))
        candidates.push(candidate(index, text, run, where, true));
  });
  const articles = new Map<number, ChosenArticle[]>();
  for (const article of chooseArticles(candidates)) {
    const here = articles.get(article.index);
    if (here) here.push(article);
    else articles.set(article.index, [article]);
  }
  const [first = Infinity] = articles.keys();
  const contents = blocks.findIndex(({ text }) => isContentsLine(text));
  const kept = withoutContents(lines, contents, first);
  return { labels, articles, divisions: new Map(kept.map((line) => [line.index, line])) };
}
