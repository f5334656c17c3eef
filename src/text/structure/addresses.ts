/**
 * Addresses and names of units. An address is made of what the text itself numbers, never of a count of
 * paragraphs, so that it stays where it is when the text around it is set otherwise:
 *
 * | unit                      | address                    |
 * | ------------------------- | -------------------------- |
 * | 第一编、第二分编、第三部分 | `book1`, `book1-sub2`, `division3` |
 * | 第三章、第二节             | `chapter3`, `chapter3-section2`; in a book `book1-chapter3` |
 * | 第十二条、第十二条之一     | `a12`, `a12-1`             |
 * | 第二款、第（三）项、第1目  | `a12-k2`, `a12-k2-x3`, `a12-k2-x3-m1` |
 * | 一、（二）3.               | `n1`, `n1-2`, `n1-2-3`     |
 * | 附件2 and its 第三条       | `annex2`, `annex2-a3`      |
 * | a second text, unmarked    | `text2`, `text2-a3`        |
 * | a table                    | `table1`                   |
 *
 * 第十二条 has the same address whichever chapter it is in: chapters are renumbered, articles seldom.
 */
import { printNumeral } from '../numerals.ts';
import { inOrder } from '../unit-label.ts';
import type { StructuralUnit, UnitKind } from './types.ts';

const WORDS: Partial<Record<UnitKind, string>> = {
  book: 'book',
  subbook: 'sub',
  division: 'division',
  chapter: 'chapter',
  section: 'section',
  clause: 'k',
  item: 'x',
  subitem: 'm',
  table: 'table',
  text: 'text',
};
const ANNEXES: Record<string, string> = { 附录: 'appendix', 附表: 'schedule', 附图: 'figure' };

/** The annex, or the second text, that a unit stands in. */
export function attachedTo(unit: StructuralUnit | null): StructuralUnit | null {
  for (let at = unit; at; at = at.parent) if (at.kind === 'annex' || at.kind === 'text') return at;
  return null;
}

/** @returns the address that a unit asks for; it is free for another only where a text numbers twice */
export function addressOf(
  kind: UnitKind,
  number: readonly number[],
  label: string,
  parent: StructuralUnit | null,
): string {
  const attached = attachedTo(parent)?.id;
  const prefix = attached ? `${attached}-` : '';
  const numbers = number.join('-');
  switch (kind) {
    case 'article':
      return `${prefix}a${numbers}`;
    case 'annex':
      return `${ANNEXES[label.slice(0, 2)] ?? 'annex'}${numbers}`;
    case 'text':
    case 'table':
      return `${kind === 'table' ? prefix : ''}${kind}${numbers}`;
    case 'level':
      return parent?.kind === 'level'
        ? `${parent.id}-${numbers}`
        : `${parent ? `${parent.id}-` : ''}n${numbers}`;
    case 'clause':
    case 'item':
    case 'subitem':
      return `${parent!.id}-${WORDS[kind]}${numbers}`;
    default:
      return `${parent ? `${parent.id}-` : ''}${WORDS[kind]}${numbers}`;
  }
}

/** @returns the anchor of a unit on a page: 第一款 begins where its article does, and has its address */
export const anchorOf = ({ kind, number, id, parent }: StructuralUnit): string =>
  kind === 'clause' && number[0] === 1 ? parent!.id : id;

/** @returns what a citation calls a unit; asked when the whole text is read */
export function nameOf(unit: StructuralUnit): string {
  const { kind, label, heading, parent } = unit;
  const of = (container: StructuralUnit | null): string =>
    container && container.kind !== 'heading' && container.kind !== 'text' ? container.name : '';
  switch (kind) {
    case 'article':
      return `${of(attachedTo(parent))}${label}`;
    case 'clause': {
      const only = parent!.children.filter((child) => child.kind === 'clause').length < 2;
      return only ? parent!.name : `${parent!.name}第${printNumeral(unit.number[0]!)}款`;
    }
    case 'item':
      return `${parent!.name}第${inOrder(label)}项`;
    case 'subitem':
      return `${parent!.name}第${inOrder(label)}目`;
    case 'level':
      return `${of(parent)}${label}`;
    case 'heading':
      return heading;
    case 'text':
    case 'table':
      return '';
    case 'annex':
      return label;
    default:
      return `${of(parent)}${label}`;
  }
}
