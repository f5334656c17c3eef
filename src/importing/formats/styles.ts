/** What styles hand down, and how words look by what is stated of them, in the properties of Word (ECMA-376 Part 1, 17.7). */
import type { Setting } from '../received.ts';
import { isSignFont, type Look } from './words.ts';
import { elementsIn, type Attributes, type XmlElement } from './xml.ts';

/** Values by the names of properties, `w:jc`; attributes other than the value as `w:ind w:firstLine`. */
export type Properties = Attributes;

export interface Style {
  /** The id of the style that this one is based on. */
  base?: string | undefined;
  paragraph: Properties;
  words: Properties;
}
export type Styles = ReadonlyMap<string, Style>;

/** @returns the properties that have a value */
export const given = (set: Record<string, string | undefined>): Properties =>
  Object.fromEntries(
    Object.entries(set).filter((one): one is [string, string] => one[1] !== undefined),
  );

/** @returns what an element of properties states by elements in it */
export function stated(properties: XmlElement | undefined): Properties {
  if (!properties) return {};
  const found: Properties = {};
  for (const child of elementsIn(properties)) {
    if (child.name === 'w:numPr') Object.assign(found, stated(child));
    for (const [name, value] of Object.entries(child.attributes))
      found[`${child.name} ${name}`] = value;
    found[child.name] = child.attributes['w:val'] ?? '';
  }
  return found;
}

/** @returns what a style states and those that it is based on, the nearest over the others */
export function styled(
  styles: Styles,
  id: string | undefined,
  kind: 'paragraph' | 'words',
): Properties {
  const chain: Style[] = [];
  for (let at = styles.get(id ?? ''); at && !chain.includes(at); at = styles.get(at.base ?? ''))
    chain.unshift(at);
  return Object.assign({}, ...chain.map((style) => style[kind])) as Properties;
}

const OFF = new Set(['0', 'false', 'off', 'none']);
/** Whether a property is on: by standing there, unless its value says no; undefined where it is not stated. */
export const isOn = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : !OFF.has(value);

/** A sign raised or lowered by hand: text that is shifted as a whole, for its looks, is longer. */
const SHIFTED = /^[\d+\-−–a-zA-Z()（）]{1,4}$/u;

/**
 * How words look.
 * @param own what they state themselves
 * @param byRun what their own style states, and `byParagraph` that of their paragraph
 */
export function lookOf(own: Properties, byRun: Properties, byParagraph: Properties): Look {
  const all = { ...byParagraph, ...byRun, ...own };
  /** What is on in both kinds of styles is off (17.7.3); what the words themselves say holds. */
  const toggle = (name: string): boolean =>
    isOn(own[name]) ?? (isOn(byRun[name]) ?? false) !== (isOn(byParagraph[name]) ?? false);
  const script = /^su[bp]/u.exec(all['w:vertAlign'] ?? '')?.[0] as 'sub' | 'sup' | undefined;
  const struck = toggle('w:strike') || toggle('w:dstrike');
  const settings: Setting[] = [...(struck ? (['del'] as const) : []), ...(script ? [script] : [])];
  const white =
    /^f{6}$/iu.test(all['w:color'] ?? '') && !('w:shd' in all) && !('w:highlight' in all);
  const small = Number(all['w:sz'] ?? 20) <= 6;
  const shift = Number(all['w:position'] ?? 0);
  const inTwoLines = isOn(all['w:eastAsianLayout w:combine']);
  const capitals = toggle('w:caps') || toggle('w:smallCaps');
  return {
    settings,
    hidden: toggle('w:vanish') ? '隐藏文字' : undefined,
    signs: [all['w:rFonts w:ascii'], all['w:rFonts w:hAnsi']].find((font) => isSignFont(font)),
    doubtOf(text) {
      if (white) return '是白色的字，读者未必看见，请核对';
      if (small) return '小得看不见，读者未必看见，请核对';
      if (inTwoLines) return '在原件中排成两行（双行合一），请分成几行，照原件写';
      if (shift && !script && SHIFTED.test(text))
        return `在原件中${shift > 0 ? '抬高' : '降低'}了位置，像${shift > 0 ? '上' : '下'}标，请核对`;
      return capitals && /[a-z]/u.test(text) ? '在原件中显示为大写字母，请核对' : undefined;
    },
  };
}
