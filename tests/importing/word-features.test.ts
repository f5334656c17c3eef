/** What Word shows but does not store as text, and what it stores beside the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare } from '../../src/importing/prepare.ts';
import { NAMESPACES, packDocx, paragraph, run } from './write-docx.ts';

const NUMBERING = `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const listed = (level: number, text: string): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);

const imported = async (body: string, extra = {}) => {
  const prepared = await prepare(packDocx(body, extra), 'sample.docx', []);
  assert.deepEqual(prepared.faults, []);
  return prepared;
};
const texts = (blocks: object[]): string[] =>
  blocks.map((block) =>
    'text' in block ? String(block.text) : JSON.stringify((block as { rows: unknown }).rows),
  );

test('numbers that Word makes are written as they are seen, and start again below each heading', async () => {
  const body = [
    listed(0, '总体要求'),
    listed(1, '目标'),
    listed(1, '原则'),
    listed(0, '任务'),
    listed(1, '首项'),
  ].join('');
  const { draft, received } = await imported(paragraph('关于示例的通知') + body, {
    'numbering.xml': NUMBERING,
  });
  assert.deepEqual(texts(draft.blocks).slice(1), [
    '一、总体要求',
    '（一）目标',
    '（二）原则',
    '二、任务',
    '（一）首项',
  ]);
  assert.equal(received.blocks.filter((block) => 'generated' in block).length, 5);
});
test('merged cells: the words in the first, the others empty', async () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('合并', '<w:gridSpan w:val="2"/>')}${cell('甲')}</w:tr><w:tr>${cell('乙', '<w:vMerge w:val="restart"/>')}${cell('丙')}${cell('丁|戊')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('己')}${cell('庚')}</w:tr></w:tbl>`;
  const { draft } = await imported(paragraph('关于示例的通知') + table);
  assert.deepEqual(draft.blocks[1], {
    kind: 'table',
    merged: 2,
    rows: [
      ['合并', '', '甲'],
      ['乙', '丙', '丁|戊'],
      ['', '己', '庚'],
    ],
  });
});
test('text boxes are kept, notes stand at the end, heads and struck words are listed as dropped', async () => {
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph('示例市人民政府文件')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('示例市人民政府文件')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const noted = `<w:p>${run('正文有注')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('，并有')}<w:del>${'<w:r><w:delText>删去的</w:delText></w:r>'}</w:del>${run('修订。')}</w:p>`;
  const { draft, received } = await imported(box + paragraph('关于示例的通知') + noted, {
    'footnotes.xml': `<w:footnotes ${NAMESPACES}><w:footnote w:type="separator" w:id="0">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph('注的文字。')}</w:footnote></w:footnotes>`,
    'header1.xml': `<w:hdr ${NAMESPACES}>${paragraph('页眉文字')}</w:hdr>`,
  });
  assert.deepEqual(texts(draft.blocks), [
    '示例市人民政府文件',
    '关于示例的通知',
    '正文有注[1]，并有修订。',
    '[1] 注的文字。',
  ]);
  const dropped = received.blocks.filter(({ kind }) => kind === 'dropped');
  assert.deepEqual(dropped, [
    { kind: 'dropped', text: '删去的', reason: '修订中已删去的文字' },
    { kind: 'dropped', text: '页眉文字', reason: '页眉' },
  ]);
});
