/** Whole PDFs, as programs, scanners and printers make them: read in the right order and characters, or refused, or said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare } from '../../src/importing/prepare.ts';
import { MUTE, packPdf, show } from './write-pdf.ts';

const read = (bytes: Uint8Array) => prepare(bytes, 'a.pdf', [], { id: 'a' });
const texts = async (bytes: Uint8Array): Promise<string[]> => {
  const { faults, draft } = await read(bytes);
  assert.deepEqual(faults, []);
  return draft.blocks.flatMap((block) => ('text' in block ? [block.text] : []));
};
const refused = (bytes: Uint8Array, reason: RegExp) =>
  assert.rejects(read(bytes), (error: Error) => {
    assert.match(error.message, reason);
    assert.match(error.message, /。$/u);
    return true;
  });
const lines = (...rows: string[]): string =>
  rows.map((text, i) => show({ text, x: 79 }, 740 - 29 * i)).join('');
const FULL = '样本应当登记并由主管部门组织实施其内容包括样本名称和地点等';
const PAGE = lines('关于样本的通知', '各区：', `　　${FULL.slice(0, 26)}`, '事项。');

test('a font that says no characters is refused', () =>
  refused(packPdf([PAGE], '', MUTE), /字体没有说明.*重新导出 PDF/u));
test('one glyph a page is refused', () =>
  refused(
    packPdf([...'关于样本的通知各区现通知如下'].map((text) => lines(text))),
    /有 14 页，却只有 14 个字/u,
  ));
test('a page that is turned is read upright', async () => {
  const turned = packPdf([`0 1 -1 0 842 0 cm\n${PAGE}`], '/MediaBox [0 0 842 595] /Rotate 90');
  assert.deepEqual(await texts(turned), await texts(packPdf([PAGE])));
});
test('a watermark aslant is left out, and listed', async () => {
  const mark = 'q 0.7 0.7 -0.7 0.7 0 0 cm\nBT /F 60 Tf 1 0 0 1 300 100 Tm <51858d44> Tj ET\nQ\n';
  const { received, draft } = await read(packPdf([mark + PAGE]));
  assert.equal(draft.title, '关于样本的通知');
  assert.ok(received.blocks.some(({ kind }) => kind === 'dropped'));
});
test('unseen text, as recognition lays it over a scan, is to be compared', async () => {
  const { remarks } = await read(packPdf([show({ text: FULL, x: 79 }, 700, 16, 3)]));
  assert.match(remarks.join(), /第1页有看不见的文字.*逐字与图像核对/u);
});
test('spaces that recognition put between characters go', async () => {
  const spaced = lines(
    '关 于 样 本 的 通 知',
    [...FULL.slice(0, 20)].join(' '),
    [...FULL.slice(5, 25)].join(' '),
  );
  const { draft, remarks } = await read(packPdf([spaced]));
  assert.equal(draft.title, '关于样本的通知');
  assert.doesNotMatch(
    draft.blocks.map((block) => ('text' in block ? block.text : '')).join(),
    /\s/u,
  );
  assert.match(remarks.join(), /多有空格（文字识别的结果），已去掉/u);
});
test('superscripts stay at their base', async () => {
  const page = [
    show({ text: '关于样本的通知', x: 79 }, 740),
    show({ text: '面积不少于20m', x: 79 }, 700),
    show({ text: '2', x: 183 }, 706, 9),
    show({ text: '。', x: 188 }, 700),
  ].join('');
  assert.deepEqual(await texts(packPdf([page])), ['关于样本的通知', '面积不少于20m²。']);
});
test('an order that is not the file’s own is said, with its place', async () => {
  const page =
    show({ text: '第二行在前。', x: 79 }, 700) + show({ text: '关于样本的通知', x: 79 }, 740);
  const { remarks, draft } = await read(packPdf([page]));
  assert.equal(draft.title, '关于样本的通知');
  assert.match(remarks.join(), /第1页的文字是按版面排的次序，与文件内部存放的不同/u);
});
test('two columns are read one after the other, and a paragraph goes on from one to the next', async () => {
  const row = (text: string, x: number, i: number): string => show({ text, x }, 700 - 18 * i, 12);
  const left = [
    '　　第一条样本应当登记在册其',
    '内容包括名称和地点以及时间',
    '还有责任人员并且在采集之后',
    '五日内完成信息录入并且应当',
  ];
  const right = [
    '报告主管部门。',
    '　　第二条样本保存实行定点之',
    '管理未经批准不得擅自转移或',
    '者销毁。',
  ];
  const page = [
    show({ text: '某市样本办法', x: 240 }, 740),
    ...left.map((text, i) => row(text, 79, i)),
    ...right.map((text, i) => row(text, 330, i)),
  ].join('');
  assert.deepEqual(await texts(packPdf([page])), [
    '某市样本办法',
    '第一条样本应当登记在册其内容包括名称和地点以及时间还有责任人员并且在采集之后五日内完成信息录入并且应当报告主管部门。',
    '第二条样本保存实行定点之管理未经批准不得擅自转移或者销毁。',
  ]);
});
