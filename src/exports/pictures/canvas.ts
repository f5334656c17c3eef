/** A picture of four colours: paper and three inks. The faint ink is also what smooths the edges of the dark one. */
import type { Glyph, Glyphs } from './glyphs.ts';
import { indexedPng, rowLength } from './png.ts';

/** The tokens of the light look, as in `src/styles`; a pixel is a place in this list. */
const PALETTE = [
  [0xfb, 0xfa, 0xf6],
  [0x65, 0x5f, 0x55],
  [0x21, 0x1f, 0x1b],
  [0xb3, 0x26, 0x1e],
] as const;
const PAPER = 0;
const INKS = { faint: 1, ink: 2, seal: 3 } as const;

export type Ink = keyof typeof INKS;

/** A pixel that is covered less than this, of 255, stays paper. */
const TOUCHED = 100;
/** One of the dark ink that is covered less than this is faint. */
const FULL = 180;

/** The pixel by how much of it is covered. */
const shades = (ink: Ink): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, coverage) => {
    if (coverage < TOUCHED) return PAPER;
    return ink === 'ink' && coverage < FULL ? INKS.faint : INKS[ink];
  });
const SHADES: Record<Ink, Uint8Array> = {
  faint: shades('faint'),
  ink: shades('ink'),
  seal: shades('seal'),
};

export class Canvas {
  readonly #width: number;
  readonly #height: number;
  /** As the PNG has them. */
  readonly #rows: Uint8Array;
  readonly #rowLength: number;
  readonly #glyphs: Glyphs;

  constructor(width: number, height: number, glyphs: Glyphs) {
    this.#width = width;
    this.#height = height;
    this.#rowLength = rowLength(width);
    this.#rows = new Uint8Array(this.#rowLength * height);
    this.#glyphs = glyphs;
  }

  #set(x: number, y: number, pixel: number): void {
    const at = y * this.#rowLength + 1 + (x >> 2);
    const bits = 6 - 2 * (x & 3);
    this.#rows[at] = (this.#rows[at]! & ~(3 << bits)) | (pixel << bits);
  }

  /** A filled rectangle. */
  fill(left: number, top: number, width: number, height: number, ink: Ink): void {
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++) this.#set(x, y, INKS[ink]);
  }

  /** @param baseline where the characters stand, from the top */
  write(words: string, left: number, baseline: number, size: number, ink: Ink): void {
    let pen = left;
    for (const character of words) {
      const glyph = this.#glyphs.of(character, size);
      this.#stamp(glyph, pen, baseline, ink);
      pen += glyph.advance;
    }
  }

  #stamp(glyph: Glyph, pen: number, baseline: number, ink: Ink): void {
    const shade = SHADES[ink];
    const { coverage, width, height } = glyph;
    for (let y = 0, from = 0; y < height; y++)
      for (let x = 0; x < width; x++, from++) {
        const pixel = shade[coverage[from]!]!;
        if (pixel !== PAPER) this.#set(pen + glyph.left + x, baseline + glyph.top + y, pixel);
      }
  }

  /** @returns the picture as PNG */
  png(): Uint8Array {
    return indexedPng(this.#width, this.#height, this.#rows, PALETTE);
  }
}
