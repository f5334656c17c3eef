/** The tree of units as a text is read: which are open, which close, which address each has. */
import { addressOf, nameOf } from './addresses.ts';
import type { LevelStyle } from './labels.ts';
import type { Point, StructuralUnit, TextBlock, TextStructure, UnitKind } from './types.ts';

interface Open {
  unit: StructuralUnit;
  style: LevelStyle | undefined;
  /** Of a heading without a number: how deep it stands. */
  rank: number | undefined;
}

/** What a new unit is. */
export interface NewUnit {
  kind: UnitKind;
  number: number[];
  label?: string;
  heading?: string;
  style?: LevelStyle | undefined;
  rank?: number;
  /** Address of a heading: that of its block. */
  id?: string;
}

export class Tree {
  readonly #blocks: readonly TextBlock[];
  readonly #roots: StructuralUnit[] = [];
  readonly #units: StructuralUnit[] = [];
  readonly #byId = new Map<string, StructuralUnit>();
  readonly open: Open[] = [];

  constructor(blocks: readonly TextBlock[]) {
    this.#blocks = blocks;
  }

  get innermost(): StructuralUnit | null {
    return this.open.at(-1)?.unit ?? null;
  }

  /** The innermost open unit of a kind. */
  find(kind: UnitKind): StructuralUnit | undefined {
    return this.open.findLast(({ unit }) => unit.kind === kind)?.unit;
  }

  /** A point of the text. */
  point(index: number, offset = 0): Point {
    return { index, block: this.#blocks[index]!.id, offset };
  }

  /** Closes all open units but the first `depth`, at the end of the block before `at`, or in it. */
  close(depth: number, at: Point): void {
    const index = at.offset > 0 ? at.index : at.index - 1;
    for (const { unit } of this.open.splice(depth)) {
      const last = Math.max(index, unit.start.index);
      unit.end = { index: last, block: this.#blocks[last]!.id };
    }
  }

  /** Opens a unit within the innermost. */
  add(what: NewUnit, start: Point): StructuralUnit {
    const { kind, number, label = '', heading = '', style, rank } = what;
    const parent = this.innermost;
    const unit: StructuralUnit = {
      kind,
      number,
      label,
      heading,
      name: '',
      id: this.#free(what.id ?? addressOf(kind, number, label, parent)),
      start,
      end: { index: start.index, block: start.block },
      parent,
      children: [],
    };
    (parent?.children ?? this.#roots).push(unit);
    this.#units.push(unit);
    this.#byId.set(unit.id, unit);
    this.open.push({ unit, style, rank });
    return unit;
  }

  /** A text that numbers twice gives the second a letter more. */
  #free(id: string): string {
    if (!this.#byId.has(id)) return id;
    for (let letter = 98; ; letter++) {
      const other = `${id}-${String.fromCharCode(letter)}`;
      if (!this.#byId.has(other)) return other;
    }
  }

  /** @returns the whole, named */
  finish(): TextStructure {
    this.close(0, { index: this.#blocks.length, block: '', offset: 0 });
    for (const unit of this.#units) unit.name = nameOf(unit);
    return { roots: this.#roots, units: this.#units, byId: this.#byId };
  }
}
