/** A document as Markdown: its particulars, its text with links, the editors' notes as footnotes. */
import type { Block, Container, Entry, EntryKey, Library } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { knownField, numberText } from '../../views/known-fields.ts';
import { href, pagePath } from '../../views/urls.ts';
import { documentsOf, alternatePath } from '../documents.ts';
import type { Form } from '../form.ts';
import { withoutControlCharacters } from '../../text/control-characters.ts';
import { itemsAround } from './list-items.ts';
import { runsOf, segmentsOf, type Segment } from '../segments.ts';

/** Characters that Markdown, or HTML in it, would read as marks. */
const MARKS = /[\\`*_[\]<>|~]/gu;
/** A mark that HTML would read as the beginning of a character's name; `R&D` has none. */
const REFERENCE = /&(?=#?\w+;)/gu;
/** At the beginning of a line: a heading, a list, a rule, a quotation. */
const OPENING = /^(\s*)([#+>=-]|\d+(?=[.)]))/u;

const escaped = (words: string): string =>
  withoutControlCharacters(words).replace(MARKS, '\\$&').replace(REFERENCE, '&amp;');
const line = (words: string): string =>
  words.replace(OPENING, (_, space: string, mark: string) =>
    /\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );

const SET: Record<Segment['set'][number], [open: string, close: string]> = {
  strong: ['**', '**'],
  emphasis: ['*', '*'],
  delete: ['~~', '~~'],
  sup: ['<sup>', '</sup>'],
  sub: ['<sub>', '</sub>'],
  code: ['', ''],
};

/** How a column is set, under its head. */
const RULES = { left: ':---', center: ':---:', right: '---:', none: '---' };

/** Writes one document; counts its notes. */
class MarkdownWriter {
  readonly #library: Library;
  readonly #document: Entry;
  readonly #notes: string[] = [];

  constructor(library: Library, document: Entry) {
    this.#library = library;
    this.#document = document;
  }

  #address(to: NonNullable<Segment['to']>): string {
    if ('url' in to) return to.url.replace(/[\s<>()]/gu, encodeURIComponent);
    return href(pagePath(this.#document.key), pagePath(to.key as EntryKey));
  }

  words(block: Block): string {
    const pieces = runsOf(segmentsOf(this.#library, block)).map(({ to, segments, notes }) => {
      const inner = segments.map(({ text, set, afterBreak }) => {
        const marks = set.map((kind) => SET[kind]);
        const open = marks.map(([start]) => start).join('');
        const close = marks.map(([, end]) => end).reverse();
        return `${afterBreak ? '\\\n' : ''}${open}${escaped(text)}${close.join('')}`;
      });
      const linked = to ? `[${inner.join('')}](${this.#address(to)})` : inner.join('');
      return linked + notes.map(({ note }) => `[^${this.#notes.push(escaped(note))}]`).join('');
    });
    return pieces.join('');
  }

  #row(container: Container): string {
    const cells = this.#document.blocks.slice(container.from, container.to);
    return `| ${cells.map((cell) => this.words(cell).replaceAll('\n', ' ')).join(' | ')} |`;
  }

  #table(table: Container): string {
    const rows = this.#document.containers.filter(
      ({ kind, from, to }) => kind === 'row' && from >= table.from && to <= table.to,
    );
    const [head, ...body] = rows.map((row) => this.#row(row));
    const columns = rows[0] ? rows[0].to - rows[0].from : 0;
    const rule = Array.from({ length: columns }, (_, i) => RULES[table.columns?.[i] ?? 'none']);
    return [head, `| ${rule.join(' | ')} |`, ...body].join('\n');
  }

  body(): string[] {
    const { blocks, containers } = this.#document;
    const tables = containers.filter(({ kind }) => kind === 'table');
    const out: string[] = [];
    for (let at = 0; at < blocks.length; at++) {
      const table = tables.find(({ from, to }) => from === at && to > at);
      if (table) {
        out.push(this.#table(table));
        at = table.to - 1;
        continue;
      }
      const block = blocks[at]!;
      const quoted = containers.some(
        ({ kind, from, to }) => kind === 'quote' && from <= at && to > at,
      );
      const bullet = itemsAround(this.#document, at)
        .map(({ from, mark }) => (from === at ? `${mark} ` : ' '.repeat(mark.length + 1)))
        .join('');
      const heading = block.kind === 'heading' ? `${'#'.repeat(block.depth ?? 2)} ` : '';
      const title = block.part === 'DocumentTitle' ? '## ' : '';
      out.push((quoted ? '> ' : '') + bullet + heading + title + line(this.words(block)));
    }
    return out;
  }

  footnotes(): string[] {
    return this.#notes.map((note, i) => `[^${i + 1}]: 校注：${note}`);
  }
}

/**
 * @param site the library, and whose it is
 * @param document an entry with text
 */
function markdown({ library, config }: ValidLibrary, document: Entry): string {
  const page = pagePath(document.key);
  const particulars: [string, string | undefined][] = [
    ['发文机关', issuerNames(library, document).join('、')],
    ['发文字号', numberText(document)],
    ['成文日期', dateLabel(document)],
    ['有效性', knownField(document, 'validity')?.text],
    ['网页', config.address ? config.address + page : href(page, page)],
  ];
  const writer = new MarkdownWriter(library, document);
  const body = writer.body();
  const head = particulars.flatMap(([name, value]) =>
    value ? [`- ${name}：${name === '网页' ? `<${value}>` : escaped(value)}`] : [],
  );
  return `${[`# ${escaped(document.title)}`, head.join('\n'), ...body, ...writer.footnotes()].join('\n\n')}\n`;
}

export const markdownTexts: Form = {
  name: 'Markdown',
  ofTexts: 'markdown',
  makes: (path) => /^(?:replies|policies)\/[^/]+\.md(?:\.gz)?$/u.test(path),
  *files(site) {
    for (const document of documentsOf(site.library))
      yield [alternatePath(document, 'markdown'), markdown(site, document)];
  },
};
