/** The frontmatter of an imported document, what it says of itself in its own words, and the id under which it is kept. Pure. */
import { stringify } from 'yaml';
import { compact } from '../../library/names/names.ts';
import { partText, partTexts, type Draft } from '../recognise/draft.ts';
import { plainFigures } from '../recognise/lines.ts';
import { plainWords } from '../received.ts';
import { isoDate } from '../../text/numerals.ts';
import { isDeviceName } from '../../text/safe-text.ts';

export type DocumentCollection = 'replies' | 'policies';

/** A reply to a proposal says so in its title; everything else that is issued is a policy. */
export function collectionOf(draft: Draft): DocumentCollection {
  const title = compact(partText(draft, 'DocumentTitle') ?? '');
  return /(?:提案|建议|议案).*(?:答复|复函)|(?:答复|复函).*(?:提案|建议)/u.test(title)
    ? 'replies'
    : 'policies';
}

const VALID = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

/**
 * Proposes an id: of the number's year and serial, else of the file's name where that is one, else of the date.
 * @param name the received file's name
 * @returns null where nothing gives one
 */
export function idOf(draft: Draft, name: string): string | null {
  const number = /((?:19|20)\d{2})\D{1,3}?第?\s*(\d{1,5})\s*号/u.exec(
    partText(draft, 'DocumentNumber') ?? '',
  );
  if (number) return `${number[1]}-${Number(number[2])}`;
  const stem = name
    .replace(/\.[^.]*$/u, '')
    .toLowerCase()
    .replace(/[\s_.]+/gu, '-');
  if (VALID.test(stem) && !isDeviceName(stem)) return stem;
  return isoDate(partText(draft, 'Dateline') ?? '');
}

/** The name under which the received file is kept: one that every system can unpack. */
export function originalName(id: string, collection: DocumentCollection, name: string): string {
  const own = name.replace(/\s+/gu, '-');
  const extension = /\.[A-Za-z0-9]{1,5}$/u.exec(name)?.[0].toLowerCase() ?? '';
  return /^[\w][\w.-]{0,80}$/u.test(own) && !isDeviceName(own) && !/[.-]$/u.test(own)
    ? own
    : `${collection}-${id}${extension}`;
}

export interface Original {
  file: string;
  sha256: string;
}

/** What follows the label: 签发人：宗 纲 gives 宗纲; a name is spaced for its looks. */
const afterLabel = (text: string | undefined, spaced = false): string | undefined => {
  const value = text?.replace(/^[^：:]*[：:]\s*/u, '').trim();
  return value && !spaced ? compact(value) : value;
};

/** What a reply answers, where its title says it: 对市政协十四届五次会议提案第0272号的答复. */
function proposalOf(title: string): { number: string; session: string } | undefined {
  const found = /对(.{2,30}?会议).{0,10}?(?:提案|建议)(?:第)?(\d{1,6})号/u.exec(title);
  return found ? { number: `第${found[2]}号`, session: found[1]! } : undefined;
}

/**
 * @param issuers ids of the organisations whose names stand as who issued it
 * @returns the fields in the order in which entries have them; what the document does not say is left out
 */
export function fieldsOf(
  draft: Draft,
  collection: DocumentCollection,
  fallbackTitle: string,
  issuers: string[],
  original: Original,
): Record<string, unknown> {
  const title = compact(draft.title ?? fallbackTitle);
  const dateText = partText(draft, 'Dateline')?.replace(/^[（(]|[）)]$|^[發发]文日期[：:]/gu, '');
  const date = dateText && isoDate(plainFigures(dateText));
  const signature = partTexts(draft, 'Signature').join('、');
  const masthead = partTexts(draft, 'Masthead');
  const fields: Record<string, unknown> = {
    title,
    masthead: masthead.length === 1 ? masthead[0] : undefined,
    classification: partText(draft, 'Classification'),
    urgency: partText(draft, 'Urgency'),
    number: afterLabel(partText(draft, 'DocumentNumber'), true),
    issuers: issuers.length ? issuers : undefined,
    addressee: partText(draft, 'Addressee')?.replace(/\s*[：:]$|^受文者[：:]/gu, ''),
    signatory: afterLabel(partText(draft, 'Signatory')),
    handler: afterLabel(partText(draft, 'Handler')),
    phone: afterLabel(partText(draft, 'Phone')),
    annotation: partText(draft, 'Annotation'),
    copies: afterLabel(partText(draft, 'Copies'), true),
    printing: partText(draft, 'Printing'),
    signature: partTexts(draft, 'Signature').length === 1 ? signature : undefined,
    proposal: collection === 'replies' ? proposalOf(title) : undefined,
    date: date ?? undefined,
    dateText: date ? dateText : undefined,
    original,
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
