/** Reads the structure of a text from its blocks. */
import { openClause, readClause, readItem } from './article-body.ts';
import { candidate, chooseArticles, type Candidate, type ChosenArticle } from './articles.ts';
import {
  DIVISIONS,
  inTurn,
  isContentsLine,
  isHeadingLine,
  rankOf,
  withoutContents,
  type DivisionLine,
} from './divisions.ts';
import { labelOf, runOnArticles, type Label } from './labels.ts';
import { quotedBlocks } from './quoting.ts';
import { annexMarks, type AnnexMark } from './scopes.ts';
import { Tree } from './tree.ts';
import type { StructuralUnit, TextBlock, TextStructure } from './types.ts';

/** Headings that number nothing and are set as paragraphs. */
const BARE_HEADING =
  /^[\s\u3000]*(?:#{1,6}[\s\u3000]*)?(附[\s\u3000]*则|总[\s\u3000]*则|序[\s\u3000]*言|前[\s\u3000]*言)[\s\u3000]*$/u;
const isCell = ({ id }: TextBlock): boolean => /^t\d/u.test(id);
const headingOf = (text: string, label: Label): string => text.slice(label.after).trim();

/** What is counted over the whole text. */
interface Counts {
  texts: number;
  tables: number;
}

/** One text, or one annex: the blocks `[from, to)`. */
class Scope {
  readonly #blocks: readonly TextBlock[];
  readonly #tree: Tree;
  readonly #from: number;
  readonly #labels: (Label | null)[];
  readonly #articles = new Map<number, ChosenArticle[]>();
  readonly #divisions = new Map<number, DivisionLine>();
  readonly #ranks = new Map<number, number>();
  readonly #last = new Map<string, number[]>();

  constructor(blocks: readonly TextBlock[], tree: Tree, from: number, to: number) {
    this.#blocks = blocks.slice(from, to);
    this.#tree = tree;
    this.#from = from;
    this.#labels = this.#blocks.map((block) =>
      block.kind === 'part' || isCell(block) ? null : labelOf(block.text),
    );
    this.#choose();
  }

  #choose(): void {
    const levels = (i: number): boolean => this.#labels[i]?.style === '一、';
    const quoted = quotedBlocks(this.#blocks, levels);
    const candidates: Candidate[] = [];
    const lines: DivisionLine[] = [];
    this.#blocks.forEach(({ text, kind }, i) => {
      const label = this.#labels[i];
      if (label?.kind === 'article') candidates.push(candidate(i, text, label, quoted[i]!));
      else if (label && rankOf(label.kind) >= 0 && isHeadingLine(text, label))
        if (kind === 'heading' || !(quoted[i]!.marked || quoted[i]!.amended))
          lines.push({ index: i, label, heading: headingOf(text, label) });
      if (kind === 'paragraph')
        for (const run of runOnArticles(text))
          candidates.push(candidate(i, text, run, quoted[i]!, true));
    });
    for (const article of chooseArticles(candidates)) {
      const here = this.#articles.get(article.index) ?? [];
      this.#articles.set(article.index, [...here, article]);
    }
    const [first = Infinity] = this.#articles.keys();
    const contents = this.#blocks.findIndex(({ text }) => isContentsLine(text));
    for (const line of withoutContents(lines, contents, first))
      this.#divisions.set(line.index, line);
  }

  /** Reads the blocks into the tree. */
  read(counts: Counts): void {
    let before = '';
    this.#blocks.forEach((block, i) => {
      const index = this.#from + i;
      const article = this.#tree.find('article');
      const label = this.#labels[i];
      if (isCell(block)) return this.#readCell(index, i, counts);
      if (block.kind === 'part') this.#toScope(index);
      else if (this.#divisions.has(i)) this.#openDivision(index, this.#divisions.get(i)!, i);
      else if (this.#articles.get(i)?.[0]?.runOn === false)
        this.#openArticle(index, this.#articles.get(i)![0]!, counts);
      else if (label?.kind === 'level' && this.#openLevel(index, label, block.text, article))
        void 0;
      else if (block.kind === 'heading' || BARE_HEADING.test(block.text))
        this.#openHeading(index, block);
      else if (article) readClause(this.#tree, article, index, block.text, before);
      for (const run of this.#articles.get(i) ?? [])
        if (run.runOn) this.#openArticle(index, run, counts);
      before = block.text;
    });
  }

  /** The first cell of a run opens a table, the last closes it. */
  #readCell(index: number, i: number, counts: Counts): void {
    const before = this.#blocks[i - 1];
    const after = this.#blocks[i + 1];
    if (!before || !isCell(before))
      this.#tree.add({ kind: 'table', number: [++counts.tables] }, this.#tree.point(index));
    if (!after || !isCell(after))
      this.#tree.close(this.#tree.open.length - 1, this.#tree.point(index, 1));
  }

  #base(): number {
    return (
      this.#tree.open.findIndex(({ unit }) => unit.kind === 'annex' || unit.kind === 'text') + 1
    );
  }

  #toScope(index: number): void {
    this.#tree.close(this.#base(), this.#tree.point(index));
  }

  #openDivision(index: number, { label, heading }: DivisionLine, i: number): void {
    const { kind, number, printed, start } = label;
    const rank = rankOf(kind);
    const base = this.#base();
    const keep = this.#tree.open.findLastIndex(
      ({ unit, rank: own }, at) =>
        at >= base && (own ?? rankOf(unit.kind)) < rank && rankOf(unit.kind) >= 0,
    );
    const depth = Math.max(keep + 1, base);
    const parent = this.#tree.open[depth - 1]?.unit;
    const key = `${parent?.id ?? ''} ${kind}`;
    const due = [...this.#divisions.values()].some(
      (line) =>
        line.index > i &&
        line.label.kind === kind &&
        line.label.number[0] === (this.#last.get(key)?.[0] ?? 0) + 1,
    );
    if (!inTurn(number, this.#last.get(key) ?? [], due)) return;
    this.#last.set(key, number);
    this.#tree.close(depth, this.#tree.point(index));
    this.#tree.add({ kind, number, label: printed, heading }, this.#tree.point(index, start));
    const { kind: blockKind, depth: level } = this.#blocks[i]!;
    if (blockKind === 'heading' && level !== undefined) this.#ranks.set(level, rank);
  }

  #openArticle(index: number, { label, restarts }: ChosenArticle, counts: Counts): void {
    const start = this.#tree.point(index, label.start);
    if (restarts) {
      this.#tree.close(0, start);
      this.#tree.add({ kind: 'text', number: [++counts.texts] }, start);
      this.#last.clear();
    }
    const open = this.#tree.open.findIndex(({ unit }) => unit.kind === 'article');
    if (open >= 0) this.#tree.close(open, start);
    const unit = this.#tree.add(
      { kind: 'article', number: label.number, label: label.printed },
      start,
    );
    const { text } = this.#blocks[index - this.#from]!;
    if (text.slice(label.after).trim()) openClause(this.#tree, unit, index, label.after);
  }

  #openLevel(
    index: number,
    label: Label,
    text: string,
    article: StructuralUnit | undefined,
  ): boolean {
    const { open } = this.#tree;
    const inside = article ? open.findIndex(({ unit }) => unit === article) : open.length;
    const number = label.number[0]!;
    const known = open.findIndex(
      ({ style, unit }, i) => i < inside && style === label.style && unit.kind === 'level',
    );
    const next = known >= 0 && [1, 2].includes(number - open[known]!.unit.number[0]!);
    if (article && !next) return readItem(this.#tree, article, index, label);
    if (known >= 0 && !next && number !== 1) return false;
    if (known < 0 && number !== 1) return false;
    const start = this.#tree.point(index, label.start);
    if (known >= 0) this.#tree.close(known, this.#tree.point(index));
    const heading = isHeadingLine(text, label) ? headingOf(text, label) : '';
    this.#tree.add(
      { kind: 'level', number: [number], label: label.printed, heading, style: label.style },
      start,
    );
    return true;
  }

  #openHeading(index: number, block: TextBlock): void {
    const { id, kind, text, depth = 2 } = block;
    const rank =
      (kind === 'heading' ? this.#ranks.get(depth) : undefined) ??
      DIVISIONS.indexOf('chapter') + depth - 2;
    const base = this.#base();
    const outer = this.#tree.open.findIndex(
      ({ unit, rank: own }, i) => i >= base && (own ?? rankOf(unit.kind)) >= rank,
    );
    const other = this.#tree.open.findIndex(
      ({ unit }, i) => i >= base && rankOf(unit.kind) < 0 && unit.kind !== 'heading',
    );
    const cuts = [outer, other].filter((at) => at >= 0);
    this.#tree.close(
      cuts.length ? Math.min(...cuts) : this.#tree.open.length,
      this.#tree.point(index),
    );
    this.#tree.add(
      { kind: 'heading', number: [], heading: text.trim(), rank, id },
      this.#tree.point(index),
    );
  }
}

/** Opens an annex where its line stands. */
function openAnnex(tree: Tree, mark: AnnexMark, position: number): void {
  const start = tree.point(mark.index);
  tree.close(0, start);
  const number = [mark.number ?? position];
  tree.add({ kind: 'annex', number, label: mark.printed, heading: mark.heading }, start);
}

/**
 * Reads the structure of a text.
 * @param blocks the text's blocks in order
 * @returns its units as a tree and in order; empty for a text without structure
 */
export function readStructure(blocks: readonly TextBlock[]): TextStructure {
  const tree = new Tree(blocks);
  const marks = annexMarks(blocks);
  const counts: Counts = { texts: 1, tables: 0 };
  const edges = [...marks.map(({ index }) => index), blocks.length];
  new Scope(blocks, tree, 0, edges[0]!).read(counts);
  const annexes = new Map<string, number>();
  marks.forEach((mark, i) => {
    const position = (annexes.get(mark.word) ?? 0) + 1;
    annexes.set(mark.word, mark.number ?? position);
    openAnnex(tree, mark, position);
    new Scope(blocks, tree, mark.index + 1, edges[i + 1]!).read(counts);
  });
  return tree.finish();
}
