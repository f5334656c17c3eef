/** Where the paragraphs of a plain text begin and end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReceivedParagraph } from '../received.ts';
import { readText } from './text.ts';

const read = (...lines: string[]): ReceivedParagraph[] =>
  readText(new TextEncoder().encode(lines.join('\n'))).blocks as ReceivedParagraph[];
const LONG = '这一段文字写到一行的末尾还没有说完，因为原件在这里换了一页，后面的半句在下一页的';

test('a paragraph that a page cut is joined, and the place is told', () => {
  const [joined, ...more] = read(LONG, '开头，这里才说完。');
  assert.deepEqual(more, []);
  assert.equal(joined!.text, `${LONG}开头，这里才说完。`);
  assert.deepEqual(joined!.cuts, [LONG.length]);
});
test('what is not cut is not joined', () => {
  for (const [before, after] of [
    [`${LONG}末尾。`, '新的一段。'],
    [
      '2019年11月29日某市第一届人民代表大会常务委员会第二十七次会议通过',
      '2020年1月15日某省人民代表大会常务委员会批准',
    ],
    [LONG, '二、下一节'],
    [LONG, '2.1 发包人（甲方）：某市样本中心'],
    [LONG, '附件：名单'],
    [LONG, '　　另起的一段。'],
    ['一、一个很长很长的小标题，它没有句号，后面是另起的一段正文文字', '正文文字。'],
    ['考核分数低于60分（不含60分），考核扣款＝当期结算款×100%', '本办法中的考核由中心负责。'],
  ] as const)
    assert.equal(read(before, after).length, 2, `${before} / ${after}`);
});
test('lines broken at one width are joined, and a heading among them stays a line', () => {
  const line = '这是一行恰好写满二十个汉字的正文文字吗';
  const blocks = read(
    ...[line, line, line, line, '完。', '　　第二段也有很多字要写满整整一行', line, line, '完。'],
  );
  assert.deepEqual(
    blocks.map(({ text }) => text.slice(-2)),
    ['完。', '完。'],
  );
  const [, heading] = read(
    line,
    line,
    line,
    '完。',
    '第三章　第二个标题也有写满整整一行那么长',
    line,
    line,
    line,
    '完。',
  );
  assert.equal(heading!.text, '第三章　第二个标题也有写满整整一行那么长');
});
