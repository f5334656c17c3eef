/** How words and paragraphs look by what Word's properties state of them, their styles' and their own (ECMA-376 Part 1, 17.7). */
import { elementsIn, type Attributes, type XmlElement } from './xml.ts';
import { isSignFont, type Look, type Setting } from './words.ts';

/** Values by the names of properties, `w:jc`; attributes other than the value as `w:ind w:firstLine`. */
export type Properties = Attributes;

export interface Style {
  /** The id of the style that this one is based on. */
  base?: string | undefined;
  paragraph: Properties;
  words: Properties;
}
export type Styles = ReadonlyMap<string, Style>;

/** A property of our own: paragraphs of this style are lines of a table of contents. */
const CONTENTS = 'contents';

/**
 * @param name as Word calls it: `toc 1`, `heading 2`
 * @param base the id of the style that it is based on
 */
export const styleOf = (
  name: string,
  base: string | undefined,
  paragraph: Properties,
  words: Properties,
): Style => ({
  base,
  words,
  paragraph: /^(?:toc|目录)(?: heading| ?\d)/iu.test(name)
    ? { ...paragraph, [CONTENTS]: '' }
    : paragraph,
});

/** @returns what an element of properties states */
export function stated(properties: XmlElement | undefined): Properties {
  if (!properties) return {};
  const found: Properties = { ...properties.attributes };
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
  const settings: Setting[] = [
    ...(toggle('w:strike') || toggle('w:dstrike') ? (['del'] as const) : []),
    ...(script ? [script] : []),
  ];
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

const ALIGN = { center: 'center', right: 'right', end: 'right' } as const;

/** @returns how a paragraph is set by what it and its styles state */
export function settingOf(properties: Properties): {
  align?: 'center' | 'right';
  indented?: true;
} {
  const align = ALIGN[properties['w:jc'] as keyof typeof ALIGN];
  const indent =
    Number(properties['w:ind w:firstLineChars'] ?? 0) ||
    Number(properties['w:ind w:firstLine'] ?? 0);
  return { ...(align ? { align } : {}), ...(indent > 0 ? { indented: true } : {}) };
}

export const isContents = (properties: Properties): boolean => CONTENTS in properties;
