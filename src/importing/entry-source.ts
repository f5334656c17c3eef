/** A draft as the source of an entry: where it is kept, its frontmatter, its body. Pure. */
import type { PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { compact } from '../library/names/names.ts';
import { isoDate } from '../text/numerals.ts';
import { isDeviceName } from '../text/safe-text.ts';
import { LEVEL, MARKS, partTexts, plainWords, type Draft, type DraftBlock } from './received.ts';

export type DocumentCollection = 'replies' | 'policies';

/** A reply to a proposal says so in its title; everything else that is issued is a policy. */
export function collectionOf({ blocks }: Draft): DocumentCollection {
  const [title = ''] = partTexts(blocks, 'DocumentTitle');
  return /(?:提案|建议|议案).*(?:答复|复函)|(?:答复|复函).*(?:提案|建议)/u.test(compact(title))
    ? 'replies'
    : 'policies';
}

/**
 * Proposes an id: of the number's year and serial, else of the file's name where that is one, else of the date.
 * @param name the received file's name
 * @returns null where nothing gives one
 */
export function idOf({ blocks }: Draft, name: string): string | null {
  const [number = ''] = partTexts(blocks, 'DocumentNumber');
  const [date = ''] = partTexts(blocks, 'Dateline');
  const numbered = /((?:19|20)\d{2})\D{1,3}?第?\s*(\d{1,5})\s*号/u.exec(number);
  if (numbered) return `${numbered[1]}-${Number(numbered[2])}`;
  const stem = name.replace(/\.[^.]*$/u, '').toLowerCase();
  const id = stem.replace(/[\s_.]+/gu, '-');
  return /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id) && !isDeviceName(id) ? id : isoDate(date);
}

/** The name under which the received file is kept: one that every system can unpack. */
export function originalName(id: string, collection: DocumentCollection, name: string): string {
  const own = name.replace(/\s+/gu, '-');
  const extension = /\.[A-Za-z0-9]{1,5}$/u.exec(name)?.[0].toLowerCase() ?? '';
  return /^[\w][\w.-]{0,80}$/u.test(own) && !isDeviceName(own) && !/[.-]$/u.test(own)
    ? own
    : `${collection}-${id}${extension}`;
}

/** What follows the label: 签发人：宗 纲 gives 宗 纲. */
const afterLabel = (text: string | undefined): string | undefined =>
  text?.replace(/^[^：:]*[：:]\s*/u, '').trim();

/** What a reply answers, where its title says it: 对市政协十四届五次会议提案第0272号的答复. */
function proposalOf(title: string): { number: string; session: string } | undefined {
  const found = /对(.{2,30}?会议).{0,10}?(?:提案|建议)(?:第)?(\d{1,6})号/u.exec(title);
  return found ? { number: `第${found[2]}号`, session: found[1]! } : undefined;
}

/** What the fields need to know beside the draft. */
interface Known {
  collection: DocumentCollection;
  /** Where the document has none of its own. */
  title: string;
  /** Ids of the organisations whose names stand as who issued it. */
  issuers: string[];
  /** The received file as it is kept. */
  original: { file: string; sha256: string };
  /** Names of other entries, compact. */
  taken: ReadonlySet<string>;
}

/** @returns the fields in the order in which entries have them; what the document does not say is left out */
export function fieldsOf(draft: Draft, known: Known): Record<string, unknown> {
  const all = (part: string): string[] => partTexts(draft.blocks, part);
  const first = (part: string): string | undefined => all(part)[0];
  const only = (part: string): string | undefined =>
    all(part).length === 1 ? first(part) : undefined;
  // A name is spaced for its looks.
  const name = (part: string): string | undefined => {
    const text = afterLabel(first(part));
    return text && compact(text);
  };
  const title = compact(draft.title ?? known.title);
  const number = afterLabel(first('DocumentNumber'));
  const dateText = first('Dateline')?.replace(/^[（(]|[）)]$|^[發发]文日期[：:]/gu, '');
  const date = (dateText && isoDate(dateText)) || undefined;
  // Texts that cite the number lead here; a bare 第12号 names nothing.
  const isName = number && /〔\d{4}〕/u.test(number) && !known.taken.has(compact(number));
  const fields: Record<string, unknown> = {
    title,
    aliases: isName ? [number] : undefined,
    number,
    masthead: only('Masthead'),
    classification: first('Classification'),
    urgency: first('Urgency'),
    issuers: known.issuers.length ? known.issuers : undefined,
    addressee: first('Addressee')?.replace(/\s*[：:]$/u, ''),
    signatory: name('Signatory'),
    handler: name('Handler'),
    phone: name('Phone'),
    annotation: first('Annotation'),
    copies: afterLabel(first('Copies')),
    printing: first('Printing'),
    signature: only('Signature'),
    proposal: known.collection === 'replies' ? proposalOf(title) : undefined,
    date,
    dateText: date && dateText,
    original: known.original,
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? plainWords(value) : value]),
  );
}

/** @returns the fields between their two lines of hyphens */
export function frontmatterOf(fields: Record<string, unknown>): string {
  return `---\n${stringify(fields, { lineWidth: 0, flowCollectionPadding: false })}---\n`;
}

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkMdx)
  .freeze();

const element = (name: string) => ({ type: 'mdxJsxTextElement', name, attributes: [] });
const NODES = new Map<string, object>([
  [MARKS.sup, element('sup')],
  [MARKS.sub, element('sub')],
  [MARKS.del, { type: 'delete' }],
  [MARKS.strong, { type: 'strong' }],
  [MARKS.emphasis, { type: 'emphasis' }],
]);

/** Words on one line as nodes, since a line break is no text; what is raised, lowered, struck out or emphasised in nodes of its own. */
function words(text: string): PhrasingContent[] {
  const stack: PhrasingContent[][] = [[]];
  const line = text.replace(/\s*[\n\r\u2028\u2029]\s*/gu, ' ').trim();
  for (const piece of line.split(/([\ue8f2-\ue8f7])/u)) {
    const node = NODES.get(piece);
    if (node) {
      const children: PhrasingContent[] = [];
      stack.at(-1)!.push({ ...node, children } as never);
      stack.push(children);
    } else if (piece === LEVEL) stack.splice(Math.max(1, stack.length - 1));
    else if (piece) stack.at(-1)!.push({ type: 'text', value: piece });
  }
  return stack[0]!;
}

function nodeOf(block: DraftBlock): RootContent {
  if (block.kind === 'table')
    return {
      type: 'table',
      children: block.rows.map((cells) => ({
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: words(cell) })),
      })),
    };
  const children = words(block.text);
  if (block.part)
    return { type: 'paragraph', children: [{ ...element(block.part), children } as never] };
  return block.depth
    ? { type: 'heading', depth: block.depth as 2, children }
    : { type: 'paragraph', children };
}

/** A paragraph that begins as a line of code does, `import a`, is words: its first letter is written as a reference. */
const noCode = (line: string): string =>
  line.replace(
    /^[ie](?=(?:mport|xport)\b)/u,
    (letter) => `&#x${letter.charCodeAt(0).toString(16)};`,
  );

/**
 * Writes a draft's body, whose parsed text is the received text: markup, braces and marks of Markdown in it are escaped.
 * @returns the body, ending in a line break, and for each block of the draft its line in the body, from 0
 */
export function bodyOf({ blocks }: Draft): { body: string; lines: number[] } {
  const written = blocks.map((block) =>
    noCode(writer.stringify({ type: 'root', children: [nodeOf(block)] }).trim()),
  );
  let at = 0;
  const lines = written.map((text) => {
    const line = at;
    at += text.split('\n').length + 1;
    return line;
  });
  return { body: `${written.join('\n\n')}\n`, lines };
}
