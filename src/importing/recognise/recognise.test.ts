/** How lines are told to be parts, and what an editor is asked to look at. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partTexts, type Draft, type ReceivedBlock } from '../received.ts';
import { recognise } from './recognise.ts';

const shown = ({ blocks }: Draft): string[] =>
  blocks.map((block) => ('part' in block && block.part) || block.kind);
const lines = (...texts: string[]): ReceivedBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text }));

test('the slips of a number and a date in Chinese figures stay as they are', () => {
  const draft = recognise(
    lines(
      '示工信复[2021]第46号',
      '关于示例的答复',
      '某委员：',
      '答复如下。',
      '某局',
      '二○二一年五月二十日',
    ),
  );
  assert.deepEqual(partTexts(draft.blocks, 'DocumentNumber'), ['示工信复[2021]第46号']);
  assert.deepEqual(partTexts(draft.blocks, 'Dateline'), ['二○二一年五月二十日']);
  assert.deepEqual(partTexts(draft.blocks, 'Signature'), ['某局']);
});
test('two bodies that sign are both kept', () => {
  const draft = recognise(
    lines('关于示例的通知', '请执行。', '示例市财政局', '示例市产业局', '2024年1月1日'),
  );
  assert.deepEqual(partTexts(draft.blocks, 'Signature'), ['示例市财政局', '示例市产业局']);
});
test('what may be a part and stands where none is expected is a doubt, with its place', () => {
  const draft = recognise(
    lines(
      '关于示例的通知',
      '第一段。',
      '2023年1月1日',
      '第二段。',
      '主送：某单位',
      '某局',
      '2024年1月1日',
    ),
  );
  const told = draft.blocks.flatMap(({ doubts = [] }, i) => doubts.map((one) => `${i} ${one}`));
  assert.ok(
    told.some((one) => one.startsWith('2 “2023年1月1日”像日期')),
    told.join('\n'),
  );
  assert.ok(
    told.some((one) => one.includes('像主送')),
    told.join('\n'),
  );
});
test('a title of several lines is joined and shown as such; one without a kind is a doubt', () => {
  const [first, ...rest]: ReceivedBlock[] = [
    { kind: 'paragraph', text: '示例市人民政府关于推进', align: 'center' },
    { kind: 'paragraph', text: '示例产业发展的若干意见', align: 'center' },
    { kind: 'paragraph', text: '各有关单位：' },
  ];
  const draft = recognise([first!, ...rest]);
  assert.deepEqual(partTexts(draft.blocks, 'DocumentTitle'), [
    '示例市人民政府关于推进示例产业发展的若干意见',
  ]);
  assert.match(draft.blocks[0]!.doubts![0]!, /标题由 2 行接成/u);
  assert.match(recognise(lines('示例题目', '一段。')).blocks[0]!.doubts![0]!, /没有文种/u);
});
test('a text that was copied without its title begins with whom it goes to', () => {
  const { blocks } = recognise(lines('各县、区人民政府,各有关单位:', '现将方案印发给你们。'));
  assert.deepEqual(shown({ blocks }), ['Addressee', 'paragraph']);
});

test('a frame that a word processor draws with a table is no table', () => {
  const draft = recognise([
    { kind: 'table', rows: [['示产发〔2024〕7号', '签发人：某某']], merged: 0 },
    ...lines('关于示例的请示', '请批示。'),
    { kind: 'table', rows: [['抄送：某单位。'], ['某局办公室', '2024年1月1日印发']], merged: 0 },
  ]);
  assert.deepEqual(shown(draft), [
    'DocumentNumber',
    'Signatory',
    'DocumentTitle',
    'paragraph',
    'Copies',
    'Printing',
  ]);
});
test('an item of a list that ends in a semicolon, also one of half width, is no heading', () => {
  const { blocks } = recognise(lines('某市样本办法', '一、登记', '（一）水样;', '（二）土样；'));
  assert.deepEqual(
    blocks.map((block) => 'depth' in block && block.depth),
    [false, 2, false, false],
  );
});
