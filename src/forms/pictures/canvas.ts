/** A picture of few colours: paper, and three inks in as many shades as smooth edges need. */
import type { Glyph, Glyphs } from './glyphs.ts';
import { indexedPng } from './png.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** The tokens of the light look, as in `src/styles`. */
const PAPER: Colour = [0xfb, 0xfa, 0xf6];
const INKS = {
  ink: { colour: [0x21, 0x1f, 0x1b], first: 1, shades: 3 },
  faint: { colour: [0x65, 0x5f, 0x55], first: 4, shades: 3 },
  seal: { colour: [0xb3, 0x26, 0x1e], first: 7, shades: 3 },
} as const;

export type Ink = keyof typeof INKS;

const mixed = (ink: Colour, share: number): Colour =>
  PAPER.map((paper, i) => Math.round(paper + (ink[i]! - paper) * share)) as unknown as Colour;

const PALETTE: readonly Colour[] = [
  PAPER,
  ...Object.values(INKS).flatMap(({ colour, shades }) =>
    Array.from({ length: shades }, (_, i) => mixed(colour, (i + 1) / shades)),
  ),
];

export class Canvas {
  readonly #width: number;
  readonly #height: number;
  readonly #pixels: Uint8Array;
  readonly #glyphs: Glyphs;

  constructor(width: number, height: number, glyphs: Glyphs) {
    this.#width = width;
    this.#height = height;
    this.#pixels = new Uint8Array(width * height);
    this.#glyphs = glyphs;
  }

  /** A filled rectangle. */
  fill(left: number, top: number, width: number, height: number, ink: Ink): void {
    const { first, shades } = INKS[ink];
    for (let y = top; y < top + height; y++) {
      const row = y * this.#width;
      this.#pixels.fill(first + shades - 1, row + left, row + left + width);
    }
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
    const { first, shades } = INKS[ink];
    for (let y = 0; y < glyph.height; y++) {
      const row = (baseline + glyph.top + y) * this.#width + pen + glyph.left;
      for (let x = 0; x < glyph.width; x++) {
        const shade = Math.round((glyph.coverage[y * glyph.width + x]! * shades) / 255);
        if (shade > 0) this.#pixels[row + x] = first + shade - 1;
      }
    }
  }

  /** @returns the picture as PNG */
  png(): Uint8Array {
    return indexedPng(this.#width, this.#height, this.#pixels, PALETTE);
  }
}
