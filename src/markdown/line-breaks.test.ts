import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paragraph } from 'mdast';
import { textRuns } from '../text/blocks.ts';
import { textNode } from './elements.ts';
import { allowBreaks } from './line-breaks.ts';

const CASES: [text: string, pieces: string[]][] = [
  ['实现“253”目标', ['实现', '“253”目标']],
  ['“专精特新”“小巨人”', ['“专精特新”“小巨人”']],
  ['A“b”', ['A“b”']],
  ['建立‘七个一’和“借转补”', ['建立', '‘七个一’和', '“借转补”']],
];

for (const [text, pieces] of CASES)
  test(`a line of ${text} may end at ${pieces.length - 1} marks`, () => {
    const block = { type: 'paragraph', children: [textNode(text)] } as Paragraph;
    allowBreaks(block);
    assert.deepEqual(
      textRuns(block).map((run) => run.node.value),
      pieces,
    );
    assert.equal(block.children.length, 2 * pieces.length - 1);
  });
