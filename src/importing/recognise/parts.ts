/**
 * The official parts at the head and at the end of a document, by what its lines are and where they stand. The blocks are
 * marked as what they are; lines are split and joined in place.
 */
import { joinCut, partTexts, type DraftBlock, type DraftParagraph } from '../received.ts';
import * as is from './lines.ts';
import type { LineKind } from './lines.ts';

export const lineAt = (blocks: DraftBlock[], at: number): DraftParagraph | undefined => {
  const block = blocks[at];
  return block?.kind === 'paragraph' ? block : undefined;
};
export const kindAt = (blocks: DraftBlock[], at: number): LineKind | undefined => {
  const line = lineAt(blocks, at);
  return line && is.kindOf(line.text);
};
const textAt = (blocks: DraftBlock[], at: number): string => lineAt(blocks, at)?.text ?? '';

/** Tells the editor to look at a block. */
export const doubt = (block: DraftBlock, message: string): void =>
  void (block.doubts ??= []).push(message);

/**
 * Makes one line of several.
 * @param what it is called where the editor is told
 */
export function joinLines(
  blocks: DraftBlock[],
  at: number,
  count: number,
  what?: string,
): DraftParagraph {
  const line = lineAt(blocks, at)!;
  if (count === 1) return line;
  const rest = blocks.splice(at + 1, count - 1) as DraftParagraph[];
  const texts = [line, ...rest].map(({ text }) => text);
  line.text = texts.reduce(joinCut);
  for (const told of rest.flatMap(({ doubts }) => doubts ?? [])) doubt(line, told);
  if (what) doubt(line, `${what}由 ${count} 行接成：${texts.join(' ｜ ')}`);
  return line;
}

/** Makes several lines of one; the first keeps what is known of it. */
function splitLine(blocks: DraftBlock[], at: number, texts: string[]): DraftParagraph[] {
  if (texts.length === 1) return [lineAt(blocks, at)!];
  const { doubts, ...line } = lineAt(blocks, at)!;
  const lines = texts.map((text): DraftParagraph => ({ ...line, text }));
  if (doubts) lines[0]!.doubts = doubts;
  blocks.splice(at, 1, ...lines);
  return lines;
}

/** How many lines a title may have, and how long one but the first may be. */
const MOST_LINES = 5;
const LONGEST_LINE = 44;

/** @returns how many lines a title has: on as long as it is not whole, but no further than the last line with which it is */
export function titleLines(blocks: DraftBlock[], at: number): number {
  const first = lineAt(blocks, at)!;
  let title = first.text;
  let count = 1;
  let whole = is.endsInKind(title) ? 1 : 0;
  for (; count < MOST_LINES; count++) {
    const next = lineAt(blocks, at + count);
    if (!next || next.indented || next.heading || [...next.text].length > LONGEST_LINE) break;
    const kind = is.kindOf(next.text);
    const opened = is.isOpen(title);
    const words = kind === 'text' || kind === 'body' || kind === 'draftMark';
    if (!(words || opened) || /[。；：:！？]$/u.test(next.text) || next.align !== first.align)
      break;
    const isWhole = whole === count && !opened;
    if (isWhole && kind !== 'draftMark' && !is.isCutBetween(title, next.text)) break;
    title = joinCut(title, next.text);
    if (is.endsInKind(title) && !is.isOpen(title)) whole = count + 1;
  }
  return whole || (first.align === 'center' ? count : 1);
}

/**
 * How many lines from here are names of bodies that stand above a number: a letterhead without 文件, or before it; in 某局 /
 * 公告 / 2024年第12号 / 关于…的公告 the kind is of it.
 */
function letterhead(blocks: DraftBlock[], at: number): number {
  let end = at;
  while (kindAt(blocks, end) === 'body') end++;
  const isNamed = kindAt(blocks, end + 1) === 'number' && /^关\s*于/u.test(textAt(blocks, end + 2));
  if (isNamed && is.isBareKind(textAt(blocks, end))) return end + 1 - at;
  return /^(?:masthead|number|signatory|registration)$/u.test(kindAt(blocks, end) ?? '')
    ? end - at
    : 0;
}

const isLawTitle = (text: string): boolean => /^法规名称[：:]$/u.test(is.tight(text));

/** Splits a line at the head that holds the title and what is no part of it: 法規名稱：…, 附件3：…, …（民國…修正）. */
export function splitLabels(blocks: DraftBlock[]): void {
  for (let i = 0; i < 3; i++) {
    const text = textAt(blocks, i);
    const kind = is.kindOf(text);
    const amended = kind === 'text' ? /^(.+?)\s*([（(][^（）()]+[）)])$/u.exec(text) : null;
    const [, label, title] =
      /^(附件\s*\d{0,2}\s*[：:])\s*([^\d\s].*)$/u.exec(text) ??
      (kind === 'lawTitle' ? /^([^：:]*[：:])\s*(.*)$/u.exec(text) : null) ??
      (amended && is.kindOf(amended[2]!) === 'history' ? amended : []);
    if (label && title) splitLine(blocks, i++, [label, title]);
  }
}

/**
 * Marks the parts of the head, in the order in which they stand.
 * @returns how many blocks it takes up: down to the line that says to whom the document goes
 */
export function readHead(blocks: DraftBlock[]): number {
  let at = 0;
  const take = (part?: string): void => {
    const line = lineAt(blocks, at++)!;
    const kind = is.kindOf(line.text);
    line.part = part ?? is.partOf(kind);
    const isName = (): boolean => kindAt(blocks, at) === 'text' && is.isNames(textAt(blocks, at));
    if (kind === 'signatory') while (isName()) lineAt(blocks, at++)!.part = 'Signatory';
  };

  for (;;) {
    const kind = kindAt(blocks, at);
    const names = letterhead(blocks, at);
    if (names > 0) for (let i = 0; i < names; i++) take('Masthead');
    else if (is.mayStand(kind, 'above') || isLawTitle(textAt(blocks, at))) take();
    else if (kind === 'attachment' && !isList(blocks, at)) take();
    else break;
  }

  const first = lineAt(blocks, at);
  const mayBeTitle = /^(?:text|body)$/u.test(kindAt(blocks, at) ?? '');
  // A line that ends in a colon says to whom the document goes: its title was not copied with it.
  if (first && mayBeTitle && !/[。；：:]$/u.test(first.text) && [...first.text].length <= 120) {
    const count = titleLines(blocks, at);
    const title = joinLines(blocks, at, count, '标题');
    title.part = 'DocumentTitle';
    at++;
    if (count === 1 && !is.endsInKind(title.text))
      doubt(title, `“${title.text}”当作标题，但其中没有文种（通知、意见等），请核对`);
    for (;;) {
      const kind = kindAt(blocks, at);
      const line = lineAt(blocks, at);
      if (!line) break;
      const dated = kindAt(blocks, at + 1) === 'date' && /^[（(]/u.test(textAt(blocks, at + 1));
      if (kind === 'body' && dated) take('Signature');
      else if (kind === 'date') take('Dateline');
      else if (is.mayStand(kind, 'below')) take();
      else if (is.tight(line.text) === is.tight(title.text)) {
        take();
        doubt(line, `“${title.text}”是标题又一次，留作正文：请删去重复的一行`);
      } else break;
    }
  }
  const isAnnex = partTexts(blocks.slice(0, at), 'Attachment').length > 0;
  const count = linesToAddressee(blocks, at);
  if (count > 1 || (count === 1 && !isAnnex))
    joinLines(blocks, at++, count, '主送').part = 'Addressee';
  return at;
}

/** How many lines from here say to whom the document goes: all but the last one end in a comma. */
function linesToAddressee(blocks: DraftBlock[], from: number): number {
  for (let at = from; at < from + 6; at++) {
    if (kindAt(blocks, at) === 'addressee') return at - from + 1;
    if (!/[，、,]$/u.test(textAt(blocks, at))) return 0;
  }
  return 0;
}

/** 附件： alone, above the numbered names of annexes and not above an annex. */
const isList = (blocks: DraftBlock[], at: number): boolean => isItem(textAt(blocks, at + 1));
const isItem = (text: string): boolean =>
  /^(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[）)])\s*\S/u.test(text) &&
  [...text].length <= 60 &&
  !/[。；：:]$/u.test(text);

/** Who signs, by name, by office or by where the line stands. */
const signs = ({ text, align }: DraftParagraph): boolean =>
  is.isSigner(text) || (is.mayBeName(text) && (is.isBody(text) || align === 'right'));

/**
 * Where the date of the document stands: the first line that is a date alone and is signed, before any annex; else the
 * last date there.
 * @returns -1 where it has none
 */
function datelineAt(blocks: DraftBlock[]): number {
  const annex = blocks.findIndex(
    (_, i) => i > 0 && kindAt(blocks, i) === 'attachment' && !isList(blocks, i),
  );
  let last = -1;
  for (let i = 0; i < (annex < 0 ? blocks.length : annex); i++) {
    const line = lineAt(blocks, i);
    if (!line) continue;
    const kind = is.kindOf(line.text);
    const before = lineAt(blocks, i - 1);
    if (is.splitSigned(line.text)) return i;
    if ((kind === 'date' || kind === 'month') && before && signs(before)) return i;
    if (kind === 'date') last = i;
  }
  return last;
}

/** More lines of signatories than this are told. */
const MANY_SIGNATORIES = 60;

/**
 * Marks the date, and above it (or below it, where a person signs there) who signs.
 * @returns the line of the date alone
 */
function readSignature(blocks: DraftBlock[], at: number): DraftParagraph {
  const both = is.splitSigned(textAt(blocks, at));
  const dated = splitLine(blocks, at, both ?? [textAt(blocks, at)]).at(-1)!;
  dated.part = 'Dateline';
  let count = 0;
  for (let i = both ? at : at - 1; i >= 0; i--, count++) {
    const line = lineAt(blocks, i);
    if (!line || line.part || !(is.mayBeName(line.text) || is.isSigner(line.text))) break;
    if (!signs(line) && count > 0) break;
    if (count === 0 && !is.isBody(line.text) && !is.isSigner(line.text))
      doubt(line, `“${line.text}”当作署名，但不像机关名称，请核对`);
    const names = line.text.split(/\s{2,}/u);
    const signatories = names.every(is.isBody) ? splitLine(blocks, i, names) : [line];
    for (const signatory of signatories) signatory.part = 'Signature';
  }
  const first = blocks[blocks.indexOf(dated) - count]!;
  if (count > MANY_SIGNATORIES) doubt(first, `署名有 ${count} 行，多于通常，请核对是否都是署名`);
  const below = lineAt(blocks, blocks.indexOf(dated) + 1);
  if (count > 0) return dated;
  if (below && is.isSigner(below.text)) below.part = 'Signature';
  else doubt(dated, `“${dated.text}”当作成文日期，但上面没有署名，请核对`);
  return dated;
}

/**
 * Marks the parts after the head.
 * @returns the line of the document's date
 */
export function readTail(blocks: DraftBlock[]): DraftParagraph | undefined {
  const dated = lineAt(blocks, datelineAt(blocks));
  let listed = false;
  let since = -1;
  for (let i = 0; i < blocks.length; i++) {
    const line = lineAt(blocks, i);
    if (line && line === dated) since = 0;
    else if (since >= 0) since++;
    if (!line) {
      listed = false;
      continue;
    }
    const kind = is.kindOf(line.text);
    const begins = kind === 'attachmentNote' || (kind === 'attachment' && isList(blocks, i));
    listed = since < 0 && (begins || (listed && isItem(line.text)));
    const isLabel = kind === 'signatory' || kind === 'handler' || kind === 'phone';
    if (listed) line.part = 'AttachmentNote';
    else if (kind === 'copies') {
      let count = 1;
      while (
        /[，、,]$/u.test(textAt(blocks, i + count - 1)) &&
        kindAt(blocks, i + count) === 'text'
      )
        count++;
      joinLines(blocks, i, count).part = 'Copies';
    } else if (is.mayStand(kind, 'after') && !(isLabel && [...line.text].length > 40))
      line.part = is.partOf(kind);
    else if (since > 0 && since <= 3 && kind === 'note') line.part = 'Annotation';
  }
  return dated && readSignature(blocks, blocks.indexOf(dated));
}

const LOOKS: Partial<Record<LineKind, string>> = {
  date: '日期',
  secrecy: '密级',
  urgency: '紧急程度',
  number: '发文字号',
  attachmentNote: '附件说明',
};

/** Tells of lines that look like a part and are none. */
export function doubtLooks(blocks: DraftBlock[]): void {
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' || block.part) continue;
    const kind = is.kindOf(block.text);
    let looks = LOOKS[kind];
    if (kind === 'note' && i > blocks.length - 6) looks = '附注';
    else if (is.isPublication(block.text)) looks = '网页的按钮或发布信息';
    else if (/^主送[：:]/u.test(is.tight(block.text))) looks = '主送';
    if (looks) doubt(block, `“${block.text}”像${looks}，位置不同于通常，留作正文`);
  }
}
