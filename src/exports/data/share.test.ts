/** The line on the share of the forms: said where it helps, and only there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareLine, type SizedFile } from './share.ts';

const config = { id: 'a', name: '甲', description: '乙', language: 'zh-Hans' };
const LARGE: SizedFile[] = [
  ['policies/a.html', 400],
  ['pagefind/a.pf_text', 100],
  ['policies/a.txt', 200],
  ['policies/a.md', 200],
  ['policies/a.akn.xml', 200],
  ['data/texts.jsonl.gz', 64],
  ['policies/a.json', 36],
];

test('forms that take more than two fifths are told of, with what compressing them would leave', () => {
  const line = shareLine(config, LARGE)!;
  assert.match(line, /占网站的58%，超过40%/u);
  assert.match(line, /compressedForms: true.*只占约31%/u);
  assert.doesNotMatch(line, /\n/u);
});

test('nothing is said where they take less, the setting is written, or there is no text', () => {
  assert.equal(shareLine(config, [...LARGE, ['index.html', 600]]), undefined);
  for (const compressedForms of [true, false])
    assert.equal(shareLine({ ...config, compressedForms }, LARGE), undefined);
  assert.equal(
    shareLine(config, [
      ['terms/a.html', 1],
      ['terms/a.json', 9],
    ]),
    undefined,
  );
});
