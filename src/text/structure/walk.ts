/** Walks over one text, or one annex, and opens each of its units where it begins. */
import { openClause, readClause, readLevel } from './article-body.ts';
import type { ChosenArticle } from './articles.ts';
import { DIVISIONS, inTurn, rankOf, type DivisionLine } from './divisions.ts';
import { isCell, recognise, type Recognised } from './recognise.ts';
import type { Tree } from './tree.ts';
import type { TextBlock } from './types.ts';

/** Headings that number nothing and are set as paragraphs. */
const BARE_HEADING =
  /^[\s\u3000]*(?:#{1,6}[\s\u3000]*)?(?:附[\s\u3000]*则|总[\s\u3000]*则|序[\s\u3000]*言|前[\s\u3000]*言)[\s\u3000]*$/u;

/** What is counted over the whole text and its annexes. */
export interface Counts {
  texts: number;
  tables: number;
}

/** One text, or one annex: the blocks `[from, to)`. */
export class Walk {
  readonly #blocks: readonly TextBlock[];
  readonly #tree: Tree;
  readonly #from: number;
  readonly #counts: Counts;
  readonly #is: Recognised;
  /** Of headings: the rank of the 编、章、节 that stand at each depth. */
  readonly #ranks = new Map<number, number>();
  readonly #last = new Map<string, number[]>();

  constructor(blocks: readonly TextBlock[], tree: Tree, from: number, to: number, counts: Counts) {
    this.#blocks = blocks.slice(from, to);
    this.#tree = tree;
    this.#from = from;
    this.#counts = counts;
    this.#is = recognise(this.#blocks);
  }

  /** Reads the blocks into the tree. */
  read(): void {
    let before = '';
    this.#blocks.forEach((block, i) => {
      const index = this.#from + i;
      const article = this.#tree.find('article');
      const label = this.#is.labels[i];
      if (isCell(block)) return this.#readCell(index, i);
      if (block.kind === 'part') this.#toScope(index);
      else if (this.#is.divisions.has(i)) this.#openDivision(index, this.#is.divisions.get(i)!, i);
      else if (this.#is.articles.get(i)?.[0]?.runOn === false)
        this.#openArticle(index, this.#is.articles.get(i)![0]!);
      else if (label?.kind === 'level' && readLevel(this.#tree, article, index, block.text, label))
        before = block.text;
      else if (block.kind === 'heading' || BARE_HEADING.test(block.text))
        this.#openHeading(index, block);
      else if (article) readClause(this.#tree, article, index, block.text, before);
      for (const run of this.#is.articles.get(i) ?? [])
        if (run.runOn) this.#openArticle(index, run);
      before = block.text;
    });
  }

  /** The first cell of a run opens a table, the last closes it. */
  #readCell(index: number, i: number): void {
    const before = this.#blocks[i - 1];
    const after = this.#blocks[i + 1];
    if (!before || !isCell(before))
      this.#tree.add({ kind: 'table', number: [++this.#counts.tables] }, this.#tree.point(index));
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

  #openDivision(index: number, line: DivisionLine, i: number): void {
    const { heading } = line;
    const { kind, number, printed, start } = line.label;
    const rank = rankOf(kind);
    const base = this.#base();
    const keep = this.#tree.open.findLastIndex(
      ({ unit, rank: own }, at) =>
        at >= base && (own ?? rankOf(unit.kind)) < rank && rankOf(unit.kind) >= 0,
    );
    const depth = Math.max(keep + 1, base);
    const parent = this.#tree.open[depth - 1]?.unit;
    const key = `${parent?.id ?? ''} ${kind}`;
    const later = [...this.#is.divisions.values()].filter(({ index: at }) => at > i);
    const last = this.#last.get(key) ?? [];
    if (!inTurn(line, last, later, this.#blocks[i]!.kind === 'heading')) return;
    this.#last.set(key, number);
    this.#tree.close(depth, this.#tree.point(index));
    this.#tree.add({ kind, number, label: printed, heading }, this.#tree.point(index, start));
    const { kind: blockKind, depth: level } = this.#blocks[i]!;
    if (blockKind === 'heading' && level !== undefined) this.#ranks.set(level, rank);
  }

  #openArticle(index: number, { label, restarts }: ChosenArticle): void {
    const start = this.#tree.point(index, label.start);
    if (restarts) {
      this.#tree.close(0, start);
      this.#tree.add({ kind: 'text', number: [++this.#counts.texts] }, start);
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
