import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crowdedBlocks, type MarginDemand } from './margin-room.ts';

const paragraph = (text: number, notes: number[] = [], names: number[] = []): MarginDemand => ({
  text,
  heading: false,
  notes,
  names,
});
const many = (length: number): number[] => Array.from({ length }, () => 60);

test('a few notes stand beside their paragraphs', () => {
  const blocks = Array.from({ length: 20 }, () => paragraph(300, [60, 40], [50]));
  assert.deepEqual(crowdedBlocks(blocks), new Set());
});

test('forty notes on one paragraph go behind their marks, the others stay', () => {
  const blocks = [paragraph(300, [60]), paragraph(400, many(40)), paragraph(900, [60])];
  assert.deepEqual(crowdedBlocks(blocks), new Set([1]));
});

test('notes may reach into paragraphs that have none, but not past the end of the document', () => {
  const notes = paragraph(100, many(6));
  assert.deepEqual(crowdedBlocks([notes, paragraph(2000)]), new Set());
  assert.deepEqual(crowdedBlocks([notes, paragraph(50)]), new Set([0]));
  assert.deepEqual(crowdedBlocks([paragraph(2000), paragraph(40, [], [200])]), new Set([1]));
});
