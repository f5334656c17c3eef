/** How an .odt sets its paragraphs, by their styles. */
import { allIn, childOf, type XmlElement } from './xml.ts';

export interface Style {
  align?: 'center' | 'right';
  indented?: boolean;
}

/** @returns alignment and first-line indent by the name of the style */
export function paragraphStyles(roots: XmlElement[]): Map<string, Style> {
  return new Map(
    roots
      .flatMap((root) => allIn(root, 'style:style'))
      .map((node): [string, Style] => {
        const set = childOf(node, 'style:paragraph-properties')?.attributes ?? {};
        const align = { center: 'center', end: 'right', right: 'right' }[
          set['fo:text-align'] ?? ''
        ];
        const indented = Number.parseFloat(set['fo:text-indent'] ?? '0') > 0;
        return [
          node.attributes['style:name'] ?? '',
          { ...(align ? { align: align as 'center' } : {}), ...(indented ? { indented } : {}) },
        ];
      }),
  );
}
