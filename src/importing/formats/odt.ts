/** OpenDocument text, .odt: its XML walked as the standard says (OpenDocument 1.3, part 3). */
import type { Received, ReceivedBlock, ReceivedParagraph, ReceivedTable } from '../received.ts';
import { odtNumberer } from './odt-numbering.ts';
import { paragraphStyles, type Style } from './odt-styles.ts';
import { allIn, elementsIn, xmlOf, XmlElement, XmlText } from './xml.ts';
import { openZip } from './zip.ts';

/** Not of the text: what was struck out, remarks of reviewers, what is only a picture. */
const NOT_TEXT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'svg:title',
  'svg:desc',
]);

class Walk {
  readonly #styles: Map<string, Style>;
  readonly #number: (style: string, level: number) => string;
  readonly notes: XmlElement[] = [];

  constructor(roots: XmlElement[]) {
    this.#styles = paragraphStyles(roots);
    this.#number = odtNumberer(roots);
  }

  /** Words in a line; frames that stand in it come after it, as paragraphs of their own. */
  inline(node: XmlElement, frames: XmlElement[], marks: string[]): string {
    return node.children
      .map((child) => {
        if (child instanceof XmlText) return child.text.replace(/[\t\n ]+/gu, ' ');
        if (!(child instanceof XmlElement) || NOT_TEXT.has(child.name)) return '';
        if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c'] ?? 1));
        if (child.name === 'text:tab') return ' ';
        if (child.name === 'text:line-break') return '\n';
        if (child.name === 'draw:text-box') return (frames.push(child), '');
        if (child.name === 'text:note') {
          const mark = `[${this.notes.push(child)}]`;
          marks.push(mark);
          return mark;
        }
        return this.inline(child, frames, marks);
      })
      .join('');
  }

  paragraph(node: XmlElement, number: string): ReceivedBlock[] {
    const frames: XmlElement[] = [];
    const marks = number ? [number] : [];
    const whole = number + this.inline(node, frames, marks);
    const style = this.#styles.get(node.attributes['text:style-name'] ?? '') ?? {};
    const lines = whole.split('\n').flatMap((line): ReceivedParagraph[] => {
      const text = line.trim();
      const generated = marks.filter((mark) => text.includes(mark));
      return text
        ? [{ kind: 'paragraph', text, ...style, ...(generated.length ? { generated } : {}) }]
        : [];
    });
    return [...lines, ...frames.flatMap((frame) => this.blocks(frame))];
  }

  table(node: XmlElement): ReceivedTable {
    let merged = 0;
    const rows = allIn(node, 'table:table-row').map((row) =>
      elementsIn(row).flatMap((cell) => {
        if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return [];
        const spans = ['table:number-columns-spanned', 'table:number-rows-spanned'];
        if (spans.some((name) => Number(cell.attributes[name] ?? 1) > 1)) merged++;
        const words = this.blocks(cell).map((b) =>
          b.kind === 'table' ? b.rows.flat().join(' ') : b.text,
        );
        const times = Number(cell.attributes['table:number-columns-repeated'] ?? 1);
        return [words.join(' '), ...Array<string>(Math.min(times, 50) - 1).fill('')];
      }),
    );
    return { kind: 'table', rows, merged };
  }

  blocks(parent: XmlElement, list = '', level = 0): ReceivedBlock[] {
    return elementsIn(parent).flatMap((node, i): ReceivedBlock[] => {
      if (NOT_TEXT.has(node.name)) return [];
      if (node.name === 'text:p' || node.name === 'text:h') {
        const first = parent.name === 'text:list-item' && i === 0;
        return this.paragraph(node, first ? this.#number(list, level) : '');
      }
      if (node.name === 'table:table') return [this.table(node)];
      if (node.name === 'text:list')
        return this.blocks(node, node.attributes['text:style-name'] ?? list, level + 1);
      return this.blocks(node, list, level);
    });
  }
}

/** The bare text, in the order of the file: the second reading. */
function textOfOdt(node: XmlElement): string {
  if (NOT_TEXT.has(node.name) || node.name === 'text:note-citation') return '';
  return node.children
    .map((child) =>
      child instanceof XmlText ? child.text : child instanceof XmlElement ? textOfOdt(child) : '',
    )
    .join('');
}

/** @throws ImportFault where the file is broken */
export function readOdt(bytes: Uint8Array): Received {
  const parts = openZip(bytes, (name) => name === 'content.xml' || name === 'styles.xml');
  const { root } = xmlOf(parts['content.xml'], 'content.xml');
  const styles = parts['styles.xml'] ? xmlOf(parts['styles.xml'], 'styles.xml').root : root;
  const body = allIn(root, 'office:text')[0] ?? root;
  const walk = new Walk([styles, root]);
  const blocks = walk.blocks(body);
  walk.notes.forEach((note, i) => {
    const mark = `[${i + 1}]`;
    const [first, ...rest] = walk.blocks(allIn(note, 'text:note-body')[0] ?? note);
    if (first?.kind === 'paragraph')
      blocks.push({
        ...first,
        text: `${mark} ${first.text}`,
        generated: [mark, ...(first.generated ?? [])],
      });
    blocks.push(...rest);
  });
  const furniture = [
    ['style:header', '页眉'],
    ['style:footer', '页脚'],
  ] as const;
  const dropped = furniture.flatMap(([name, reason]) =>
    allIn(styles, name)
      .map((node) => textOfOdt(node).trim())
      .filter(Boolean)
      .map((text): ReceivedBlock => ({ kind: 'dropped', text, reason })),
  );
  return {
    format: 'OpenDocument 文档（.odt）',
    blocks: [...blocks, ...dropped],
    whole: textOfOdt(body) + dropped.map((d) => (d as { text: string }).text).join(''),
    remarks: [],
  };
}
