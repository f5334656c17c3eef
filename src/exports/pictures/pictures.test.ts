/** The pictures as a reader sees them: whole titles, even lines, few bytes, the same on every machine. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawCard, titleLines, wordsOf, type Card } from './card.ts';
import { Glyphs } from './glyphs.ts';
import { evenLines, linesOf } from './lines.ts';

const ems = (words: string): number => [...words].length;
const card: Card = {
  title: '关于“253”集群的答复',
  kind: '答复',
  number: '常工信复〔2021〕第46号',
  date: '2021年5月20日',
  library: '文库',
};

async function glyphsFor(words: string): Promise<Glyphs> {
  const glyphs = new Glyphs(600);
  await glyphs.open(words);
  return glyphs;
}

async function drawn(one: Card): Promise<Buffer> {
  return Buffer.from(drawCard(one, await glyphsFor(wordsOf(one))));
}

test('no line begins with a closing mark or ends with an opening one', () => {
  assert.deepEqual(linesOf('甲乙丙，丁（戊己）', 3, ems), ['甲乙', '丙，丁', '（戊', '己）']);
});

test('figures and Latin words stay whole', () => {
  assert.deepEqual(linesOf('提案第0272号', 5, ems), ['提案第', '0272号']);
});

test('what is longer than a line is cut', () => {
  assert.deepEqual(linesOf('abcdefg', 3, ems), ['abc', 'def', 'g']);
});

test('no line is left with a single character', () => {
  assert.deepEqual(evenLines('一二三四五六七', 6, ems, 1), ['一二三四', '五六七']);
});

test('a title of 120 characters stands whole; a longer one ends with an ellipsis', async () => {
  const title = '关于进一步支持先进制造业集群发展的若干政策意见'.repeat(6).slice(0, 120);
  const glyphs = await glyphsFor(`${title}…`);
  assert.equal(titleLines(title, glyphs).lines.join(''), title);
  const { lines } = titleLines(title.repeat(2), glyphs);
  assert.equal(lines.length, 5);
  assert.match(lines.at(-1)!, /…$/u);
});

test('a title without a place to break it does not leave the picture', async () => {
  const word = 'W'.repeat(200);
  const glyphs = await glyphsFor(`${word}…`);
  for (const line of titleLines(word, glyphs).lines)
    assert.ok(glyphs.widthOf(line, titleLines(word, glyphs).size) <= 1024, line);
});

test('a picture is a PNG of 1200 by 630 pixels and at most 20 KB', async () => {
  for (const title of ['甲', card.title, '《关于中华人民共和国反垄断条例的决定》'.repeat(9)]) {
    const png = await drawn({ ...card, title });
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
    assert.ok(png.length <= 20_000, `${png.length} bytes`);
  }
});

test('another program reads the picture: paper, the seal, dark words and faint ones', async () => {
  const { data, info } = await sharp(await drawn(card))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colour = (at: number): string => data.toString('hex', at, at + 3);
  const at = (x: number, y: number): string => colour((y * info.width + x) * info.channels);
  assert.deepEqual([at(0, 0), at(1199, 629), at(90, 80)], ['fbfaf6', 'fbfaf6', 'b3261e']);
  const counts = new Map<string, number>();
  for (let pixel = 0; pixel < data.length; pixel += info.channels)
    counts.set(colour(pixel), (counts.get(colour(pixel)) ?? 0) + 1);
  assert.deepEqual([...counts.keys()].sort(), ['211f1b', '655f55', 'b3261e', 'fbfaf6']);
  assert.ok(counts.get('211f1b')! > counts.get('655f55')!);
});

test('the same card gives these very bytes on every machine, until the font, the design or the packing changes', async () => {
  const sum = createHash('sha256')
    .update(await drawn(card))
    .digest('hex');
  assert.equal(sum, 'd8c6f537c4b9ec87e4cd89457da5446f4e9db634e7471adad3d9b74ff1ad1158');
});
