import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from '../../../tests/search-fixtures/record.ts';
import { piecesOf, placeTexts } from '../build/place-texts.ts';
import { NO_TABLE } from '../format/normalise.ts';
import { termsOf, type Term, type TermMatches } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import { resultOf } from './result.ts';
import type { Excerpt } from '../format/types.ts';

/** What a page of these paragraphs shows for a query, its marks in brackets. */
async function shown(query: string, title: string, paragraphs: string[]) {
  const placed = placeTexts(page('a.html', title, paragraphs), NO_TABLE);
  const pieces = piecesOf(placed);
  const piece = (_: string, number: number) => Promise.resolve(pieces[number]!);
  const index = { table: NO_TABLE, piece } as Partial<OpenIndex> as OpenIndex;
  const terms = termsOf(query, NO_TABLE);
  const found = terms.map(({ text }: Term): TermMatches => {
    const starts: number[] = [];
    for (const { folded, position } of placed.texts) {
      const { text: whole } = folded;
      for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1))
        starts.push(position + Array.from(whole.slice(0, at)).length);
    }
    const holding = { prominence: 1, asTyped: false, weight: 1, starts, inNames: [] };
    return { pages: new Map([['0', holding]]), needsProof: false };
  });
  const result = (await resultOf(index, '0', terms, found))!;
  const text = ({ parts }: Excerpt) =>
    parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
  return { ...result, sentences: result.excerpts.map(text) };
}

test('the same words are shown once, and every place that is not shown is counted', async () => {
  const number = '常工信复〔2021〕第46号';
  const { sentences, more } = await shown('46号', '答复', [number, number, `见${number}。`]);
  assert.deepEqual(sentences, ['常工信复〔2021〕第[46号]', '见常工信复〔2021〕第[46号]。']);
  assert.equal(more, 1);
});

test('what the title says is not said again', async () => {
  const { sentences, marked, beginning } = await shown('特钢', '特钢材料', [
    '特钢材料',
    '另有一段话在这里。',
  ]);
  assert.deepEqual(sentences, []);
  assert.ok(marked);
  assert.equal(beginning, '另有一段话在这里。');
});

const filler = (length: number) => '甲乙丙丁，'.repeat(length / 5);

const cuts: [what: string, text: string, begins: RegExp, ends: RegExp][] = [
  ['in the middle', `${filler(200)}产业链${filler(200)}。`, /^……/, /……$/],
  ['at the beginning', `产业链${filler(200)}。`, /^\[产业链\]/, /……$/],
  ['at the end', `${filler(200)}产业链。`, /^……/, /\[产业链\]。$/],
];
for (const [what, text, begins, ends] of cuts) {
  test(`a long sentence is cut around a hit ${what}`, async () => {
    const [sentence] = (await shown('产业链', '题', [text])).sentences;
    assert.match(sentence!, begins);
    assert.match(sentence!, ends);
    assert.match(sentence!, /\[产业链\]/);
    const { length } = sentence!.replace(/……|[[\]]/g, '');
    assert.ok(length >= 60 && length <= 84, `${length}: ${sentence}`);
  });
}

test('of a long sentence each term is shown, with what is between left out', async () => {
  const text = `${filler(100)}特钢材料${filler(100)}大数据${filler(100)}。`;
  const { sentences, more } = await shown('特钢材料 大数据', '题', [text]);
  assert.equal(sentences.length, 1);
  assert.match(sentences[0]!, /^……[^…]*\[特钢材料\][^…]*……[^…]*\[大数据\][^…]*……$/);
  assert.equal(more, 0);
});

test('a hit longer than what is shown of a sentence is shown whole', async () => {
  const words = '产业集群'.repeat(30);
  const { sentences } = await shown(words, '题', [`${filler(100)}${words}${filler(100)}`]);
  assert.ok(sentences[0]!.includes(`[${words}]`));
});

test('no character outside the basic plane is cut', async () => {
  for (let length = 60; length < 64; length++) {
    const [sentence] = (
      await shown('产业', '题', [`${'𠀀'.repeat(length)}产业${'𠀀'.repeat(length)}a`])
    ).sentences;
    assert.ok(sentence!.isWellFormed());
  }
});

test('the sentence with the most of the words comes first', async () => {
  const { sentences } = await shown('甲乙 丙丁 戊己', '题', [
    '甲乙在前。甲乙再来。甲乙又来。丙丁也有。',
    '这里有甲乙、丙丁、戊己。',
  ]);
  assert.deepEqual(sentences[0], '这里有[甲乙]、[丙丁]、[戊己]。');
  assert.deepEqual(sentences.slice(1), ['[甲乙]在前。', '[甲乙]再来。']);
});
