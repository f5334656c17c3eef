import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Paragraph } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { textRuns } from '../text/blocks.ts';
import { element } from './elements.ts';
import { mark, type Marking } from './marking.ts';

const paragraph = (source: string): Paragraph =>
  unified().use(remarkParse).parse(source).children[0] as Paragraph;
const textOf = (block: Paragraph): string =>
  textRuns(block)
    .map((run) => run.node.value)
    .join('');
const around = (name: string, start: number, end: number): Marking => ({
  start,
  end,
  wrap: (children) => [element(name, {}, children)],
});

test('markings never change the text', () => {
  const range = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
  fc.assert(
    fc.property(range, range, ([a, b], [c, d]) => {
      const block = paragraph('一二三**四五**六七`八`九十');
      mark(block, [around('a', a!, b!), around('span', c!, d!)]);
      assert.equal(textOf(block), '一二三四五六七八九十');
    }),
  );
});

test('a marking inside another is nested in it', () => {
  const block = paragraph('一二三四五');
  mark(block, [around('a', 1, 4), around('span', 2, 3)]);
  const [before, outer, after] = block.children as never as {
    children?: { children?: unknown[] }[];
    value?: string;
  }[];
  assert.deepEqual([before?.value, after?.value], ['一', '五']);
  assert.equal(outer?.children?.length, 3);
  assert.equal(outer?.children?.[1]?.children?.length, 1);
});
