/**
 * Characters as bitmaps, each drawn once for its size: documents share most of theirs. The pixels are resvg's, as
 * WebAssembly, which computes the same on every machine.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { Typeface, UNITS } from './font.ts';

/** The mark that printers set for a character they have no type of (U+3013). */
export const NO_TYPE = '〓';

/** How much of each pixel is covered, 0 to 255, in rows; `left` and `top` from the pen and the baseline. */
export interface Glyph {
  left: number;
  top: number;
  width: number;
  height: number;
  coverage: Uint8Array;
  /** How far the pen moves, in whole pixels. */
  advance: number;
}

/** Room beside the em, for what overhangs. */
const MARGIN = UNITS / 4;
const SIDE = UNITS + 2 * MARGIN;
/** The baseline, from the top of the box. */
const BASELINE = MARGIN + 880;

let ready: Promise<void> | undefined;
const wasm = (): Promise<void> =>
  (ready ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  ));

function rasterised(path: string, size: number, advance: number): Glyph {
  const side = Math.ceil((size * SIDE) / UNITS);
  const scale = size / UNITS;
  const baseline = Math.round(BASELINE * scale);
  const pen = Math.round(MARGIN * scale);
  const place = `matrix(${scale} 0 0 ${-scale} ${pen} ${baseline})`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><path transform="${place}" d="${path}"/></svg>`;
  const drawing = new Resvg(svg, { font: { fontBuffers: [] } });
  const image = drawing.render();
  const { pixels } = image;
  image.free();
  drawing.free();
  return { ...cropped(pixels, side, pen, baseline), advance: Math.round(advance * scale) };
}

/** The opacity of the pixels, without empty rows and columns at the edges. */
function cropped(
  pixels: Uint8Array,
  side: number,
  pen: number,
  baseline: number,
): Omit<Glyph, 'advance'> {
  let [left, right, top, bottom] = [side, 0, side, 0];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (pixels[(y * side + x) * 4 + 3]) {
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = y + 1;
      }
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const coverage = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      coverage[y * width + x] = pixels[((top + y) * side + left + x) * 4 + 3]!;
  return { left: left - pen, top: top - baseline, width, height, coverage };
}

export class Glyphs {
  readonly #typeface: Typeface;
  readonly #drawn = new Map<string, Glyph>();
  /** Characters that the font lacks, and that stand as 〓. */
  readonly lacking = new Set<string>();

  /** @param weight of the strokes, 200 to 900 */
  constructor(weight: number) {
    this.#typeface = new Typeface(weight);
  }

  /** Makes ready what words need; before `of` is asked. */
  async open(words: string): Promise<void> {
    await wasm();
    await this.#typeface.open(words + NO_TYPE);
  }

  /** @param size of the em, in pixels */
  of(character: string, size: number): Glyph {
    const name = `${size} ${character}`;
    let glyph = this.#drawn.get(name);
    if (!glyph) {
      let outline = this.#typeface.outline(character);
      if (!outline) {
        this.lacking.add(character);
        outline = this.#typeface.outline(NO_TYPE)!;
      }
      this.#drawn.set(name, (glyph = rasterised(outline.path, size, outline.advance)));
    }
    return glyph;
  }

  /** The width of words in a row, in pixels. */
  widthOf(words: string, size: number): number {
    return [...words].reduce((sum, character) => sum + this.of(character, size).advance, 0);
  }
}
