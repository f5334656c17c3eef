/** The official parts at the head and at the end of a document, by what its lines are and where they stand. Pure. */
import { joinCut, type ReceivedBlock, type ReceivedParagraph } from '../received.ts';
import { paragraph, part, type Doubt, type DraftBlock } from './draft.ts';
import {
  endsInKind,
  isBareKind,
  isBody,
  isCutBetween,
  isNames,
  isOpen,
  isPublication,
  isSigner,
  kindOf,
  mayBeName,
  splitNumber,
  splitSigned,
  tight,
  type LineKind,
} from './lines.ts';

export interface Head {
  blocks: DraftBlock[];
  /** How many received blocks it takes up. */
  taken: number;
  /** What an editor should look at; `at` counts in `blocks`. */
  doubts: Doubt[];
}

const isParagraph = (block: ReceivedBlock | undefined): block is ReceivedParagraph =>
  block?.kind === 'paragraph';
const kindAt = (blocks: ReceivedBlock[], at: number): LineKind | undefined => {
  const block = blocks[at];
  return isParagraph(block) ? kindOf(splitNumber(block.text)[0]!) : undefined;
};

/** What a line of the head is called, by what it is; those without a name are paragraphs. */
const PARTS: Partial<Record<LineKind, string>> = {
  copyNumber: 'CopyNumber',
  secrecy: 'Classification',
  urgency: 'Urgency',
  masthead: 'Masthead',
  number: 'DocumentNumber',
  signatory: 'Signatory',
  handler: 'Handler',
  phone: 'Phone',
  recipient: 'Addressee',
  attachment: 'Attachment',
};
const ABOVE = new Set<LineKind>([
  'copyNumber',
  'secrecy',
  'urgency',
  'masthead',
  'registration',
  'number',
  'category',
  'signatory',
  'handler',
  'phone',
  'info',
]);
const BELOW = new Set<LineKind>([
  'registration',
  'number',
  'category',
  'signatory',
  'info',
  'history',
  'secrecy',
  'urgency',
]);

const MOST_LINES = 5;
const LONGEST_LINE = 44;

/**
 * The lines of a title, from the first: on as long as it is not whole, but no further than the last line with which it is.
 * @returns the joined words and the lines that they take
 */
export function titleAt(blocks: ReceivedBlock[], at: number): { title: string; lines: string[] } {
  const first = blocks[at] as ReceivedParagraph;
  const lines = [first.text];
  let title = first.text;
  let whole = endsInKind(title) ? 1 : 0;
  let whereWhole = title;
  while (lines.length < MOST_LINES) {
    const next = blocks[at + lines.length];
    if (!isParagraph(next) || next.indented || next.heading || [...next.text].length > LONGEST_LINE)
      break;
    const kind = kindOf(next.text);
    const words = kind === 'text' || kind === 'body' || kind === 'draftMark';
    const opened = isOpen(title);
    if ((!words && !opened) || /[。；：:！？]$/u.test(next.text) || next.align !== first.align)
      break;
    const goesOn =
      whole < lines.length || opened || kind === 'draftMark' || isCutBetween(title, next.text);
    if (!goesOn) break;
    title = joinCut(title, next.text);
    lines.push(next.text);
    if (endsInKind(title) && !isOpen(title)) [whole, whereWhole] = [lines.length, title];
  }
  if (whole === 0 && first.align === 'center') return { title, lines };
  return whole === 0
    ? { title: first.text, lines: [first.text] }
    : { title: whereWhole, lines: lines.slice(0, whole) };
}

/** How many lines from here are names of bodies that stand above a number: a letterhead without 文件, or before it. */
function letterhead(blocks: ReceivedBlock[], at: number): number {
  let end = at;
  while (kindAt(blocks, end) === 'body') end++;
  const next = kindAt(blocks, end);
  const heads =
    next === 'masthead' || next === 'number' || next === 'signatory' || next === 'registration';
  return heads ? end - at : 0;
}

/** 第599章 of Hong Kong, alone or before the title; its laws are numbered so, not divided. */
const CHAPTER = /^((?:第\s*\d{1,4}[A-Z]{0,3}\s*章)|Cap\.?\s*\d{1,4}[A-Z]{0,3})(?:\s+(\S.*))?$/u;

const isOrdinance = (blocks: ReceivedBlock[]): boolean =>
  blocks
    .slice(0, 4)
    .some((block) => isParagraph(block) && /[條規]例|Ordinance|Regulation|Rules/u.test(block.text));

/** Splits a line at the head that holds the title and what is no part of it: 法規名稱：…, 第599章　…, 附件3：…, …（民國…修正）. */
export function splitLabels(blocks: ReceivedBlock[]): ReceivedBlock[] {
  const ordinance = isOrdinance(blocks);
  return blocks.flatMap((block, i): ReceivedBlock[] => {
    if (i > 2 || !isParagraph(block)) return [block];
    const forms = [/^(附件\s*\d{0,2}\s*[：:])\s*([^\d\s].*)$/u, ...(ordinance ? [CHAPTER] : [])];
    if (kindOf(block.text) === 'lawTitle') forms.push(/^([^：:]*[：:])\s*(.*)$/u);
    const amended = /^(.+?)\s*([（(][^（）()]+[）)])$/u.exec(block.text);
    if (amended && kindOf(amended[2]!) === 'history' && kindOf(block.text) === 'text')
      forms.push(/^(.+?)\s*([（(][^（）()]+[）)])$/u);
    const [, label, title] = forms.map((form) => form.exec(block.text)).find(Boolean) ?? [];
    return label && title ? [label, title].map((text) => ({ ...block, text })) : [block];
  });
}

/**
 * @param blocks the received ones from the first, dropped ones taken out
 * @returns the parts of the head in the order in which they stand: down to the line that says to whom it goes
 */
export function readHead(blocks: ReceivedBlock[]): Head {
  const ordinance = isOrdinance(blocks);
  const head: Head = { blocks: [], taken: 0, doubts: [] };
  const textAt = (i: number): string => (blocks[i] as ReceivedParagraph).text;
  /** A letter of Taiwan says in labels what it is, and has them below its kind. */
  const letter = blocks.slice(0, 24).some((_, i) => kindAt(blocks, i) === 'recipient');
  let at = 0;
  const take = (name?: string): void => {
    const text = textAt(at++);
    for (const piece of splitNumber(text)) {
      const number = letter && /^发文字号/u.test(tight(piece)) ? 'DocumentNumber' : undefined;
      const found = name ?? number ?? PARTS[kindOf(piece)];
      head.blocks.push(found ? part(found, piece) : paragraph(piece));
    }
    const signs = kindOf(splitNumber(text).at(-1)!) === 'signatory';
    while (signs && kindAt(blocks, at) === 'text' && isNames(textAt(at)))
      head.blocks.push(part('Signatory', textAt(at++)));
  };

  for (;;) {
    const kind = kindAt(blocks, at);
    const names = letterhead(blocks, at);
    const text = kind ? textAt(at) : '';
    if (names > 0) for (let i = 0; i < names; i++) take('Masthead');
    else if (kind && ABOVE.has(kind)) take();
    else if (kind && at < 3 && ordinance && CHAPTER.test(text)) take('DocumentNumber');
    else if (/^法规名称[：:]$/u.test(tight(text))) take();
    else if (kind === 'attachment' && !isList(blocks, at)) take();
    else break;
  }

  const first = blocks[at];
  const kind = kindAt(blocks, at);
  if (
    isParagraph(first) &&
    (kind === 'text' || kind === 'body') &&
    // A line that ends in a colon says to whom the document goes: its title was not copied with it.
    !/[。；：:]$/u.test(first.text) &&
    [...first.text].length <= 120
  ) {
    let { title, lines } = titleAt(blocks, at);
    at += lines.length;
    // 某局 / 公告 / 2024年第12号 / 关于…的公告: the first is the letterhead.
    const real = isBareKind(title) && kindAt(blocks, at) === 'number' ? blocks[at + 1] : undefined;
    if (isParagraph(real) && /^关于/u.test(tight(real.text)) && kindOf(real.text) === 'text') {
      head.blocks.push(...lines.map((line) => part('Masthead', line)));
      take();
      ({ title, lines } = titleAt(blocks, at));
      at += lines.length;
    }
    const where = head.blocks.push(part('DocumentTitle', title)) - 1;
    const message =
      lines.length > 1
        ? `标题由 ${lines.length} 行接成：${lines.join(' ｜ ')}`
        : `“${title}”当作标题，但其中没有文种（通知、意见等），请核对`;
    if (lines.length > 1 || !endsInKind(title)) head.doubts.push({ at: where, message });
    for (;;) {
      const next = kindAt(blocks, at);
      if (!next) break;
      const again = tight(textAt(at)) === tight(title);
      if (next === 'body' && kindAt(blocks, at + 1) === 'date' && /^[（(]/u.test(textAt(at + 1)))
        take('Signature');
      else if (next === 'date') take('Dateline');
      else if (again) {
        take();
        const message = `“${title}”是标题又一次，留作正文：请删去重复的一行`;
        head.doubts.push({ at: head.blocks.length - 1, message });
      } else if (BELOW.has(next) || (letter && (ABOVE.has(next) || next === 'recipient'))) take();
      else break;
    }
  }
  const isAnnex = head.blocks.some((block) => block.kind === 'part' && block.part === 'Attachment');
  const addressees = linesTo(blocks, at, 'addressee');
  if (addressees.length > 1) {
    head.blocks.push(part('Addressee', addressees.join('')));
    const message = `主送由 ${addressees.length} 行接成：${addressees.join(' ｜ ')}`;
    head.doubts.push({ at: head.blocks.length - 1, message });
    at += addressees.length;
  } else if (kindAt(blocks, at) === 'addressee' && !isAnnex) take('Addressee');
  head.taken = at;
  return head;
}

/** The lines from one on that end in a comma, with the one of the kind that they lead to; none where they do not. */
function linesTo(blocks: ReceivedBlock[], from: number, kind: LineKind): string[] {
  const lines: string[] = [];
  for (let at = from; at < from + 6; at++) {
    const block = blocks[at];
    if (!isParagraph(block)) return [];
    lines.push(block.text);
    if (kindAt(blocks, at) === kind) return lines;
    if (!/[，、,]$/u.test(block.text)) return [];
  }
  return [];
}

/** 附件： alone, above the numbered names of annexes and not above an annex. */
function isList(blocks: ReceivedBlock[], at: number): boolean {
  const next = blocks[at + 1];
  return isParagraph(next) && isItem(next.text);
}
const isItem = (text: string): boolean =>
  /^(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[）)])\s*\S/u.test(text) &&
  [...text].length <= 60 &&
  !/[。；：:]$/u.test(text);

/**
 * Where the date of the document stands: the first line that is a date alone and is signed, before any annex; else the
 * last date there.
 */
function datelineAt(blocks: ReceivedBlock[], kinds: (LineKind | undefined)[]): number | null {
  const annex = kinds.findIndex((kind, i) => i > 0 && kind === 'attachment' && !isList(blocks, i));
  let last: number | null = null;
  for (let i = 0; i < (annex < 0 ? blocks.length : annex); i++) {
    const block = blocks[i];
    const before = blocks[i - 1];
    if (!isParagraph(block)) continue;
    const dated = kinds[i] === 'date' || kinds[i] === 'month';
    const signed =
      isParagraph(before) &&
      (mayBeName(before.text) || isSigner(before.text)) &&
      (isBody(before.text) || isSigner(before.text) || before.align === 'right');
    if (splitSigned(block.text) || (dated && signed)) return i;
    if (kinds[i] === 'date') last = i;
  }
  return last;
}

const MANY_SIGNATORIES = 60;
const LOOKS: Partial<Record<LineKind, string>> = {
  date: '日期',
  secrecy: '密级',
  urgency: '紧急程度',
  number: '发文字号',
  attachmentNote: '附件说明',
};

/**
 * @param blocks the received ones after the head, dropped ones taken out
 * @returns for the blocks that are official parts, by their place: the parts; doubts, by place; where its date stands
 */
export function readTail(blocks: ReceivedBlock[]): {
  parts: Map<number, DraftBlock[]>;
  doubts: Doubt[];
  dated: number | null;
} {
  const kinds = blocks.map((_, i) => kindAt(blocks, i));
  const textAt = (i: number): string => (blocks[i] as ReceivedParagraph).text;
  const parts = new Map<number, DraftBlock[]>();
  const doubts: Doubt[] = [];
  const dated = datelineAt(blocks, kinds);
  for (let i = 0; i < (dated ?? blocks.length); i++) {
    const listed = kinds[i] === 'attachment' && isList(blocks, i);
    if (kinds[i] !== 'attachmentNote' && !listed) continue;
    let end = i + 1;
    while (end < (dated ?? blocks.length) && isParagraph(blocks[end]) && isItem(textAt(end))) end++;
    for (; i < end; i++) parts.set(i, [part('AttachmentNote', textAt(i))]);
    i--;
  }
  blocks.forEach((block, i) => {
    if (!isParagraph(block) || parts.has(i)) return;
    const { text } = block;
    const kind = kinds[i];
    const after = dated !== null && i > dated;
    const named = after ? /^(附[件表]\s*\d{0,2}\s*[：:])\s*(\S.{1,40})$/u.exec(text) : null;
    const label = kind === 'signatory' || kind === 'handler' || kind === 'phone';
    if (label && [...text].length <= 40) parts.set(i, [part(PARTS[kind]!, text)]);
    else if (kind === 'copies') {
      let joined = text;
      for (let next = i + 1; /[，、,]$/u.test(joined) && kinds[next] === 'text'; next++) {
        joined += textAt(next);
        parts.set(next, []);
      }
      parts.set(i, [part('Copies', joined)]);
    } else if (kind === 'printing') parts.set(i, [part('Printing', text)]);
    else if (kind === 'attachment') parts.set(i, [part('Attachment', text)]);
    else if (named && mayBeName(named[2]!))
      parts.set(i, [part('Attachment', named[1]!), { kind: 'heading', depth: 2, text: named[2]! }]);
    else if (after && i <= dated + 3 && kind === 'note') parts.set(i, [part('Annotation', text)]);
  });
  if (dated !== null) {
    const both = splitSigned(textAt(dated));
    parts.set(
      dated,
      both
        ? [part('Signature', both[0]), part('Dateline', both[1])]
        : [part('Dateline', textAt(dated))],
    );
    let first = dated;
    while (first > 0) {
      const block = blocks[first - 1];
      if (!isParagraph(block) || parts.has(first - 1)) break;
      if (!mayBeName(block.text) && !isSigner(block.text)) break;
      const known = isBody(block.text) || isSigner(block.text) || block.align === 'right';
      if (!known && (both || first < dated)) break;
      const names = block.text.split(/\s{2,}/u);
      const signatures = names.every(isBody) ? names : [block.text];
      parts.set(
        --first,
        signatures.map((name) => part('Signature', name)),
      );
    }
    const before = first < dated ? textAt(dated - 1) : null;
    const below =
      before === null && !both && isParagraph(blocks[dated + 1]) && isSigner(textAt(dated + 1));
    if (below) parts.set(dated + 1, [part('Signature', textAt(dated + 1))]);
    if (before === null && !both && !below)
      doubts.push({ at: dated, message: `“${textAt(dated)}”当作成文日期，但上面没有署名，请核对` });
    else if (before !== null && !isBody(before) && !isSigner(before))
      doubts.push({ at: dated - 1, message: `“${before}”当作署名，但不像机关名称，请核对` });
    if (dated - first > MANY_SIGNATORIES)
      doubts.push({
        at: first,
        message: `署名有 ${dated - first} 行，多于通常，请核对是否都是署名`,
      });
  }
  blocks.forEach((block, i) => {
    if (!isParagraph(block) || parts.has(i)) return;
    const looks =
      LOOKS[kinds[i] ?? 'text'] ??
      (isPublication(block.text)
        ? '网页的按钮或发布信息'
        : /^主送[：:]/u.test(tight(block.text))
          ? '主送'
          : kinds[i] === 'note' && i > blocks.length - 6
            ? '附注'
            : undefined);
    if (looks)
      doubts.push({ at: i, message: `“${block.text}”像${looks}，位置不同于通常，留作正文` });
  });
  return { parts, doubts, dated };
}
