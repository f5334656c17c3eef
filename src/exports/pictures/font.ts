/**
 * Outlines of characters, from Noto Serif SC (SIL Open Font License 1.1) as Fontsource hands it on: a hundred slices of
 * one variable font, of which only those are opened that are needed. WOFF2 is unpacked by wawoff2 (Google's own code)
 * and drawn by HarfBuzz, both as WebAssembly: no font of the machine has a part in it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as harfbuzz from 'harfbuzzjs';
import decompress from 'wawoff2/decompress.js';

const fontFile = createRequire(import.meta.url);
const PACKAGE = '@fontsource-variable/noto-serif-sc';

/** An outline as an SVG path, its y upwards, in units of `UNITS` an em. */
export interface Outline {
  path: string;
  advance: number;
}

export const UNITS = 1000;

type Range = [first: number, last: number];

function rangeOf(written: string): Range {
  const [first, last = first] = written.trim().slice('U+'.length).split('-');
  return [parseInt(first!, 16), parseInt(last!, 16)];
}

/** Which slice each character is in, as the package lists them: `"[5]": "U+fee3,U+ff03-ff04"`. */
function readSlices(): Map<number, string> {
  const listed = JSON.parse(readFileSync(fontFile.resolve(`${PACKAGE}/unicode.json`), 'utf8'));
  const slices = new Map<number, string>();
  for (const [name, ranges] of Object.entries(listed as Record<string, string>))
    for (const [first, last] of ranges.split(',').map(rangeOf))
      for (let code = first; code <= last; code++)
        if (!slices.has(code)) slices.set(code, name.replace(/[[\]]/gu, ''));
  return slices;
}

export class Typeface {
  readonly #weight: number;
  readonly #slices = readSlices();
  readonly #fonts = new Map<string, harfbuzz.Font>();

  /** @param weight 200 to 900 */
  constructor(weight: number) {
    this.#weight = weight;
  }

  #sliceOf(character: string): string | undefined {
    return this.#slices.get(character.codePointAt(0)!);
  }

  /** Opens the slices that words need; before `outline` is asked for them. */
  async open(words: string): Promise<void> {
    for (const slice of new Set([...words].map((character) => this.#sliceOf(character)))) {
      if (slice === undefined || this.#fonts.has(slice)) continue;
      const packed = readFileSync(
        fontFile.resolve(`${PACKAGE}/files/noto-serif-sc-${slice}-wght-normal.woff2`),
      );
      const font = new harfbuzz.Font(
        new harfbuzz.Face(new harfbuzz.Blob(await decompress(packed))),
      );
      font.setVariations([new harfbuzz.Variation('wght', this.#weight)]);
      this.#fonts.set(slice, font);
    }
  }

  /** @returns undefined for a character that the font lacks */
  outline(character: string): Outline | undefined {
    const font = this.#fonts.get(this.#sliceOf(character) ?? '');
    const glyph = font?.nominalGlyph(character.codePointAt(0)!);
    if (!font || !glyph) return undefined;
    return { path: font.glyphToPath(glyph), advance: font.glyphHAdvance(glyph) };
  }
}
