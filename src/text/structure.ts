/**
 * The structure of official texts: 编、章、节、条、款、项、目, 一、（一）1.（1） levels, 附件, read
 * from the text itself whatever marks its headings have.
 */
import { annexMarks } from './structure/annexes.ts';
import type { Label } from './structure/labels.ts';
import {
  type ChosenArticle,
  type DivisionLine,
  inTurn,
  isCell,
  isHeadingLine,
  rankOf,
  recognise,
} from './structure/recognise.ts';
import {
  addressOf,
  nameOf,
  type StructuralUnit,
  type TextBlock,
  type TextStructure,
} from './structure/units.ts';

/**
 * Reads the structure of a text.
 * @param blocks the text's blocks in order
 * @returns its units as a tree and in order; empty for a text without structure
 */
export function readStructure(blocks: readonly TextBlock[]): TextStructure {
  const reader = new Reader(blocks);
  const marks = annexMarks(blocks);
  reader.readText(0, marks[0]?.index ?? blocks.length);
  const annexes = new Map<string, number>();
  marks.forEach(({ index, word, number, printed, heading }, i) => {
    const own = number ?? (annexes.get(word) ?? 0) + 1;
    annexes.set(word, own);
    reader.close(0, index);
    reader.add({ kind: 'annex', number: [own], label: printed, heading }, index);
    reader.readText(index + 1, marks[i + 1]?.index ?? blocks.length);
  });
  reader.close(0, blocks.length);
  const { units } = reader;
  const innermost = new Map<string, StructuralUnit>();
  for (const unit of units) {
    unit.name = nameOf(unit);
    for (const { id } of blocks.slice(unit.start.index, unit.end.index + 1))
      innermost.set(id, unit);
  }
  const beginning = Map.groupBy(units, ({ start }) => start.block);
  return { roots: units.filter(({ parent }) => !parent), units, innermost, beginning };
}

/** A unit that may still grow. */
interface Open {
  unit: StructuralUnit;
  /** Of a level, 项 or 目: how it is numbered. */
  style?: string | undefined;
  /** Of a heading without a number: how deep it stands. */
  rank?: number | undefined;
}

/** What a new unit is; the address of a heading is that of its block. */
type NewUnit = Pick<StructuralUnit, 'kind' | 'number'> &
  Partial<StructuralUnit> &
  Omit<Open, 'unit'>;

/** Headings that number nothing and are set as paragraphs. */
const BARE_HEADING = /^\s*(?:#{1,6}\s*)?(?:附\s*则|总\s*则|序\s*言|前\s*言)\s*$/u;
const ENDS = /[。！？.!?…][”’」』）)】》]*$/u;
/** A 款 is a sentence: a signature under the last article is none. */
const SENTENCE = /[。；：！？，;:…]/u;

/** Walks over a text and its annexes, and opens each unit where it begins. */
class Reader {
  readonly units: StructuralUnit[] = [];
  readonly #ids = new Set<string>();
  readonly #blocks: readonly TextBlock[];
  /** From the outermost. */
  readonly #open: Open[] = [];
  #texts = 1;
  // Of the text, or annex, that is being read: what its blocks are; the rank of headings of a depth; the last 编、章、节.
  #recognised!: ReturnType<typeof recognise>;
  #ranks = new Map<number, number>();
  #last = new Map<string, number[]>();

  constructor(blocks: readonly TextBlock[]) {
    this.#blocks = blocks;
  }

  /** Opens a unit within the innermost. */
  add(what: NewUnit, index: number, offset = 0): void {
    const { kind, number, label = '', heading = '', style, rank } = what;
    const parent = this.#open.at(-1)?.unit ?? null;
    const wanted = what.id ?? addressOf(kind, number, label, parent);
    let id = wanted;
    // A text that numbers twice gives the second a letter more.
    for (let letter = 98; this.#ids.has(id); letter++)
      id = `${wanted}-${String.fromCharCode(letter)}`;
    const end = { index, block: this.#blocks[index]!.id };
    const start = { ...end, offset };
    const children: StructuralUnit[] = [];
    const unit = { kind, number, label, heading, name: '', id, start, end, parent, children };
    parent?.children.push(unit);
    this.units.push(unit);
    this.#ids.add(id);
    this.#open.push({ unit, style, rank });
  }

  /** Closes all open units but the first `depth`, at the end of the block before a place, or in its block. */
  close(depth: number, before: number, offset = 0): void {
    for (const { unit } of this.#open.splice(depth)) {
      const index = Math.max(offset > 0 ? before : before - 1, unit.start.index);
      unit.end = { index, block: this.#blocks[index]!.id };
    }
  }

  /** Reads one text, or one annex: the blocks from one index up to another. */
  readText(from: number, to: number): void {
    const blocks = this.#blocks.slice(from, to);
    this.#recognised = recognise(blocks);
    this.#ranks = new Map();
    this.#last = new Map();
    let before = '';
    blocks.forEach((block, i) => {
      const index = from + i;
      if (isCell(block)) return;
      const { labels, divisions, articles } = this.#recognised;
      const label = labels[i];
      const division = divisions.get(i);
      const [article, ...more] = articles.get(i) ?? [];
      if (block.kind === 'part') this.close(this.#base, index);
      else if (division) this.#openDivision(index, division);
      else if (article && !article.runOn) this.#openArticle(index, article);
      else if (!(label?.kind === 'level' && this.#readLevel(index, block.text, label))) {
        if (block.kind === 'heading' || BARE_HEADING.test(block.text)) this.#openHeading(index);
        else this.#readClause(index, before);
      }
      for (const run of article?.runOn ? [article, ...more] : more) this.#openArticle(index, run);
      before = block.text;
    });
  }

  /** How many units are around a text, or annex. */
  get #base(): number {
    return this.#open.findIndex(({ unit: { kind } }) => kind === 'annex' || kind === 'text') + 1;
  }

  /** How deep the article is open; -1 where none is. */
  get #article(): number {
    return this.#open.findIndex(({ unit }) => unit.kind === 'article');
  }

  #openDivision(index: number, { label, index: at }: DivisionLine): void {
    const { kind, number, printed, start, after } = label;
    const { kind: blockKind, depth: level, text } = this.#blocks[index]!;
    const heading = text.slice(after).trim();
    const outer = this.#open.findLastIndex(
      ({ unit }) => rankOf(unit.kind) >= 0 && rankOf(unit.kind) < rankOf(kind),
    );
    const depth = Math.max(outer + 1, this.#base);
    const key = `${this.#open[depth - 1]?.unit.id ?? ''} ${kind}`;
    const later = [...this.#recognised.divisions.values()].filter((line) => line.index > at);
    if (!inTurn(label, this.#last.get(key) ?? [], later, blockKind === 'heading')) return;
    this.#last.set(key, number);
    this.close(depth, index);
    this.add({ kind, number, label: printed, heading }, index, start);
    if (blockKind === 'heading' && level !== undefined) this.#ranks.set(level, rankOf(kind));
  }

  #openArticle(index: number, { label, restarts }: ChosenArticle): void {
    const { number, printed, start, after } = label;
    if (restarts) {
      this.close(0, index, start);
      this.add({ kind: 'text', number: [++this.#texts] }, index, start);
      this.#last.clear();
    }
    if (this.#article >= 0) this.close(this.#article, index, start);
    this.add({ kind: 'article', number, label: printed }, index, start);
    if (this.#blocks[index]!.text.slice(after).trim()) this.#openClause(index, after);
  }

  #openHeading(index: number): void {
    const { id, kind, text, depth = 2 } = this.#blocks[index]!;
    const known = kind === 'heading' ? this.#ranks.get(depth) : undefined;
    const rank = known ?? rankOf('chapter') + depth - 2;
    const base = this.#base;
    // What is no division ends here, and what stands as deep or deeper.
    const cut = this.#open.findIndex(
      ({ unit, rank: own }, i) =>
        i >= base &&
        ((own ?? rankOf(unit.kind)) >= rank || (rankOf(unit.kind) < 0 && unit.kind !== 'heading')),
    );
    this.close(cut < 0 ? Infinity : cut, index);
    this.add({ kind: 'heading', number: [], heading: text.trim(), rank, id }, index);
  }

  // What stands in an article: its 款, and in them 项 and 目.

  /** How many 款 the open article has so far. */
  get #clauses(): number {
    return this.#open[this.#article]!.unit.children.filter(({ kind }) => kind === 'clause').length;
  }

  /** Opens the next 款 of the article. */
  #openClause(index: number, offset: number): void {
    this.close(this.#article + 1, index, offset);
    this.add({ kind: 'clause', number: [this.#clauses + 1] }, index, offset);
  }

  /** Reads a block of an article that begins with no number. */
  #readClause(index: number, before: string): void {
    if (this.#article < 0) return;
    const begins = ENDS.test(before.trim()) && SENTENCE.test(this.#blocks[index]!.text);
    if (begins || this.#clauses === 0) this.#openClause(index, 0);
  }

  /**
   * Reads a block that begins with 一、（一）1.（1）: a level of a text without articles, or a 项 or 目 of an article. What goes
   * on a list outside the article closes it.
   * @returns whether the number is in turn: otherwise the block is text like any other
   */
  #readLevel(index: number, text: string, label: Label): boolean {
    const { number, printed, style, start, after } = label;
    const article = this.#article;
    const known = this.#open.findIndex(
      ({ unit, style: own }) => unit.kind === 'level' && own === style,
    );
    // One number may be lost between two that follow one another.
    const step = known < 0 ? NaN : number[0]! - this.#open[known]!.unit.number[0]!;
    const next = step === 1 || step === 2;
    if (article >= 0 && !next) return this.#readItem(index, article, label);
    if (!next && number[0] !== 1) return false;
    if (known >= 0) this.close(known, index);
    const heading = isHeadingLine(text, label) ? text.slice(after).trim() : '';
    this.add({ kind: 'level', number, label: printed, heading, style }, index, start);
    return true;
  }

  #readItem(index: number, article: number, { number, printed, style, start }: Label): boolean {
    const known = this.#open.findIndex((open, i) => i > article && open.style === style);
    if (known >= 0) {
      if (number[0]! <= this.#open[known]!.unit.number[0]!) return false;
      this.close(known, index);
    } else {
      if (number[0] !== 1) return false;
      if (this.#clauses === 0) this.#openClause(index, 0);
    }
    const within = this.#open.at(-1)!.unit.kind;
    const kind = within === 'item' || within === 'subitem' ? 'subitem' : 'item';
    this.add({ kind, number, label: printed, style }, index, start);
    return true;
  }
}
