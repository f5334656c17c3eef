/** What kind of entry a draft becomes, and under which id. Pure. */
import { isDeviceName } from '../../text/safe-text.ts';
import { partText, type Draft } from '../recognise/draft.ts';
import { isoDate } from '../../text/numerals.ts';

export type DocumentCollection = 'replies' | 'policies';

/** A reply to a proposal says so in its title; everything else that is issued is a policy. */
export function collectionOf(draft: Draft): DocumentCollection {
  const title = (partText(draft, 'DocumentTitle') ?? '').replace(/\s+/gu, '');
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
