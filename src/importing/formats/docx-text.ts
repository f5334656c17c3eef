/** The bare text of WordprocessingML, in the order of the file: the second reading of a .docx. */
import { elementsIn, type XmlElement } from './xml.ts';

/** Words that were moved away or struck out; what is only shown where drawings cannot be. */
const NOT_TEXT = new Set(['w:moveFrom', 'w:del', 'w:instrText', 'w:delText', 'w:rPr', 'w:pPr']);
const SIGNS: Record<string, string> = {
  'w:noBreakHyphen': '\u2011',
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
};

/** @returns the text; of two forms of a drawing the simpler one, as word processors of old show it */
export function textOfWord(node: XmlElement): string {
  if (NOT_TEXT.has(node.name)) return '';
  if (node.name === 'w:t' || node.name === 'm:t') return node.text;
  if (SIGNS[node.name]) return SIGNS[node.name]!;
  if (/^w:(footnote|endnote)$/u.test(node.name) && node.attributes['w:type']) return '';
  const children = elementsIn(node);
  if (node.name === 'mc:AlternateContent') {
    const shown = children.find((child) => child.name === 'mc:Fallback') ?? children[0];
    return shown ? textOfWord(shown) : '';
  }
  return children.map(textOfWord).join('') + (node.name === 'w:p' ? '\n' : '');
}
