/** 第三条 in an annex that has no articles: the only articles there are, or none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStructure } from '../structure.ts';
import { PLACE, placeOf, unitAt } from './places.ts';
import type { TextStructure } from './units.ts';

const structureOf = (lines: string[]) =>
  readStructure(lines.map((text, i) => ({ id: `p${i + 1}`, kind: 'paragraph' as const, text })));
const annex = ({ units }: TextStructure, number: number) =>
  units.find(({ id }) => id === `annex${number}`);
const articles = (word: string): string[] => [
  `第一条　${word}一。`,
  `第二条　${word}二。`,
  `第三条　${word}三。`,
];
const third = placeOf(new RegExp(PLACE, 'u').exec('第三条')!)!;

test('in a form annexed to a text with articles, it is the text’s', () => {
  const structure = structureOf([...articles('甲'), '附件1', '申请表', '按第三条填写。']);
  assert.equal(unitAt(structure, third, annex(structure, 1))?.id, 'a3');
});

test('in a notice that hands on one annex with articles, it is the annex’s', () => {
  const structure = structureOf(['现将办法印发给你们。', '附件1', ...articles('乙')]);
  assert.equal(unitAt(structure, third)?.id, 'annex1-a3');
});

test('where the text and an annex number articles, in another annex it is neither’s', () => {
  const structure = structureOf([...articles('甲'), '附件1', ...articles('乙'), '附件2', '申请表']);
  assert.equal(unitAt(structure, third, annex(structure, 2)), null);
  assert.equal(unitAt(structure, third, annex(structure, 1))?.id, 'annex1-a3');
});
