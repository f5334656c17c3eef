/** One key figure: a label, a value, and where the value comes from. */
import type { Entry } from '../../library/types.ts';
import { isUnverified, knownField } from '../known-fields.ts';
import { UNKNOWN } from '../wording/labels.ts';
import type { PageContext } from '../passages/passage-view.ts';
import { href, pagePath, type Href } from '../urls.ts';

interface FigurePart {
  text: string;
  href?: Href;
}

export interface KeyFigure {
  label: string;
  parts: FigurePart[];
  /** Says that the value is not from the library's own documents: 外部资料, or 外部资料，待核实. */
  source?: string;
  unknown?: boolean;
}

/** A value in the library's own words; nothing when there is none. */
export const plain = (label: string, text: string | undefined): KeyFigure[] =>
  text ? [{ label, parts: [{ text }] }] : [];

/** A field from the library's own documents, else from an outside fact, and then marked. */
export function known(entry: Entry, name: string, label: string): KeyFigure[] {
  const field = knownField(entry, name);
  if (!field) return [];
  const { provider } = field;
  const source = provider && (isUnverified(provider) ? '外部资料，待核实' : '外部资料');
  return [{ label, parts: [{ text: field.text }], source }];
}

/** Names of entries, linked where the library has them. */
export function links(context: PageContext, label: string, keys: Entry['key'][]): KeyFigure[] {
  if (keys.length === 0) return [];
  const parts = keys.map((key) => {
    const entry = context.library.entries.get(key);
    return entry
      ? { text: entry.title, href: href(context.page, pagePath(key)) }
      : { text: key.split('/')[1]! };
  });
  return [{ label, parts }];
}

/** Says 不详 for fields that a document of its kind has, once anything else about it is known. */
export function withUnknowns(figures: KeyFigure[], expected: string[]): KeyFigure[] {
  if (figures.length === 0) return [];
  const rest = figures.filter((figure) => !expected.includes(figure.label));
  const first = expected.map(
    (label) =>
      figures.find((figure) => figure.label === label) ?? {
        label,
        parts: [{ text: UNKNOWN }],
        unknown: true,
      },
  );
  return [...first, ...rest];
}
