/** What a reader sees of a received file and the file does not hold as plain text: each kind in each format that has it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepare, type Prepared } from '../../src/importing/prepare.ts';
import { NAMESPACES, packDocx, paragraph, run } from './write-docx.ts';
import { packOdt } from './write-odt.ts';

/** The lines of a draft's body, as its Markdown has them; tables as their rows. */
const lines = ({ source }: Prepared): string[] =>
  source
    .replace(/^---[\s\S]*?\n---\n/u, '')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/^<(\w+)>(.*)<\/\1>$/u, '$2').replace(/^#+ /u, ''));
const doubts = ({ draft }: Prepared): string =>
  draft.blocks.flatMap((block) => block.doubts ?? []).join('\n');
const dropped = ({ received }: Prepared): string[] =>
  received.blocks.flatMap((one) => (one.kind === 'dropped' ? [`${one.reason} ${one.text}`] : []));

const imported = (bytes: Uint8Array | string, name: string): Promise<Prepared> =>
  prepare(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name, [], {
    id: 'sample',
  });
async function right(bytes: Uint8Array | string, name: string, expected: string[]) {
  const prepared = await imported(bytes, name);
  assert.deepEqual(prepared.faults, []);
  assert.deepEqual(lines(prepared), expected);
  return prepared;
}
async function refused(bytes: Uint8Array | string, name: string, reason: RegExp) {
  const prepared = await imported(bytes, name);
  assert.match(prepared.faults.join('\n'), reason);
}

const TITLE = '关于示例的通知';
const set = (text: string, properties: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const own = (...runs: string[]): string => `<w:p><w:pPr/>${runs.join('')}</w:p>`;
const docx = (body: string, extra = {}): Uint8Array => packDocx(paragraph(TITLE) + body, extra);
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const NOTHING = '<w:suff w:val="nothing"/>';
const numbering = (levels: string, nums = '', more = ''): string =>
  `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${more}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${nums}</w:numbering>`;
const item = (text: string, at = 0, id = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
const styles = (text: string): string => `<w:styles ${NAMESPACES}>${text}</w:styles>`;
const style = (id: string, properties: string, base = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${base && `<w:basedOn w:val="${base}"/>`}${properties}</w:style>`;

const NUMBERS: [name: string, body: string, extra: Record<string, string>, expected: string[]][] = [
  [
    'a level that never begins anew',
    item('总则') + item('甲。', 1) + item('管理') + item('乙。', 1),
    {
      'numbering.xml': numbering(
        level(0, 'chineseCountingThousand', '第%1章 ', NOTHING) +
          level(1, 'chineseCounting', '第%2条 ', `<w:lvlRestart w:val="0"/>${NOTHING}`),
      ),
    },
    ['第一章 总则', '第一条 甲。', '第二章 管理', '第二条 乙。'],
  ],
  [
    'a level that begins anew after the widest alone',
    item('甲') +
      item('乙', 1) +
      item('丙', 2) +
      item('丁', 1) +
      item('戊', 2) +
      item('己') +
      item('庚', 2),
    {
      'numbering.xml': numbering(
        level(0, 'decimal', '%1、') +
          level(1, 'decimal', '（%2）') +
          level(2, 'lowerLetter', '%3）', '<w:lvlRestart w:val="1"/>'),
      ),
    },
    ['1、甲', '（1）乙', 'a）丙', '（2）丁', 'b）戊', '2、己', 'a）庚'],
  ],
  [
    'levels by styles: the list by the base, the level by itself or by the definition',
    ['H1', 'H2', 'H2', 'H1', 'H3']
      .map((id, i) => paragraph(`第${i}段`, `<w:pStyle w:val="${id}"/>`))
      .join(''),
    {
      'numbering.xml': numbering(
        level(0, 'chineseCounting', '%1、') +
          level(1, 'chineseCounting', '（%2）') +
          level(2, 'decimal', '%3.', '<w:pStyle w:val="H3"/>'),
      ),
      'styles.xml': styles(
        style('H1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
          style('H2', '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', 'H1') +
          style('H3', '', 'H1'),
      ),
    },
    ['一、第0段', '（一）第1段', '（二）第2段', '二、第3段', '1\\. 第4段'],
  ],
  [
    'legal figures, a start of its own, a definition by a numbering style',
    item('甲') + item('乙', 1) + item('丙', 0, 2) + item('丁', 1, 2),
    {
      'numbering.xml': numbering(
        level(0, 'chineseLegalSimplified', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride></w:num>',
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>',
      ),
      'styles.xml': styles(
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      ),
    },
    ['壹、甲', '1.1 乙', '壹拾贰、丙', '12.1 丁'],
  ],
];
for (const [name, body, extra, expected] of NUMBERS)
  test(`.docx numbers: ${name}`, async () => {
    await right(docx(body, extra), 'a.docx', [TITLE, ...expected]);
  });
test('.docx numbers: a format that is not read is a doubt; a definition by a missing style is refused', async () => {
  const other = await imported(
    docx(item('甲'), { 'numbering.xml': numbering(level(0, 'hebrew1', '%1.')) }),
    'a.docx',
  );
  assert.match(doubts(other), /编号的格式“hebrew1”没有读/u);
  const link = '<w:numStyleLink w:val="没有"/>';
  await assert.rejects(
    imported(docx(item('甲'), { 'numbering.xml': numbering(link) }), 'a.docx'),
    /样式“没有”/u,
  );
});

test('.docx: raised and lowered signs, as signs or as marks', async () =>
  void (await right(
    docx(
      own(
        run('占地2×10'),
        set('4', '<w:vertAlign w:val="superscript"/>'),
        run('m'),
        set('2', '<w:vertAlign w:val="superscript"/>'),
        run('，CO'),
        set('2', '<w:vertAlign w:val="subscript"/>'),
        run('，见注'),
        set('注', '<w:vertAlign w:val="superscript"/>'),
        run('。'),
      ),
    ),
    'a.docx',
    [TITLE, '占地2×10⁴m²，CO₂，见注<sup>注</sup>。'],
  )));
test('.docx: words hidden by themselves or by a style are left out and listed; struck ones are kept struck, and a doubt', async () => {
  const prepared = await right(
    docx(
      own(run('甲'), set('（密）', '<w:vanish/>'), run('乙'), set('丙', '<w:vanish w:val="0"/>')) +
        paragraph('全段不见', '<w:pStyle w:val="V"/>') +
        own(set('作废', '<w:strike/>'), set('了', '<w:strike/>'), run('。')),
      { 'styles.xml': styles(style('V', '<w:rPr><w:vanish/></w:rPr>')) },
    ),
    'a.docx',
    [TITLE, '甲乙丙', '~~作废了~~。'],
  );
  assert.deepEqual(dropped(prepared), ['隐藏文字 （密）', '隐藏文字 全段不见']);
  assert.match(doubts(prepared), /“作废了”在原件中划了删除线/u);
  assert.deepEqual(prepared.remarks, []);
});
test('.docx: signs of symbol fonts, boxes to tick, readings, circled figures; boxes of old forms are doubts', async () => {
  const field = (code: string, result = ''): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const prepared = await right(
    docx(
      own(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        run('是'),
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
        set('þ', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
        run('否'),
      ) +
        own(
          run('公开'),
          '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>',
          '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ) +
        own(
          '<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>',
          run('字'),
          field('eq \\o\\ac(○,3)'),
          field('PAGE', run('7')),
        ),
    ),
    'a.docx',
    [TITLE, '☑是□☑否', '公开☒', '汉字③7'],
  );
  assert.match(doubts(prepared), /“FORMCHECKBOX”域/u);
  assert.deepEqual(dropped(prepared), ['注音 hàn']);
});
test('.docx: what cannot be read of it is refused: an unknown sign, a formula as an object or a field', async () => {
  await refused(
    docx(own('<w:r><w:sym w:font="Wingdings" w:char="F0C3"/></w:r>')),
    'a.docx',
    /读不出的符号/u,
  );
  const object = '<w:r><w:object><o:OLEObject xmlns:o="o" ProgID="Equation.3"/></w:object></w:r>';
  await refused(docx(own(run('甲'), object)), 'a.docx', /含公式/u);
  const eq =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  await refused(docx(own(run('甲'), eq)), 'a.docx', /含公式/u);
  const automatic = eq.replace('EQ \\f(1,2)', 'AUTONUM');
  assert.match(doubts(await imported(docx(own(automatic, run('甲'))), 'a.docx')), /“AUTONUM”域/u);
});
test('.docx: a text box without another form, a table in a table, a frame of one cell, a table without rows', async () => {
  const box = `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph('框中的话。')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const cell = (inside: string): string => `<w:tc><w:tcPr/>${inside}</w:tc>`;
  const table = (...rows: string[][]): string =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
  const inner = table([paragraph('内一'), paragraph('内二')]);
  const prepared = await right(
    docx(
      own(run('框前。'), box) +
        table([paragraph('甲'), inner], [paragraph('乙'), paragraph('丙')]) +
        table([paragraph('框里第一段。') + paragraph('框里第二段。')]) +
        '<w:tbl></w:tbl>',
    ),
    'a.docx',
    [
      TITLE,
      '框前。',
      '框中的话。',
      '| 甲 | 内一 内二 |',
      '| - | - |',
      '| 乙 | 丙 |',
      '框里第一段。',
      '框里第二段。',
    ],
  );
  assert.match(doubts(prepared), /表中套着表/u);
});
test('.docx: a table of contents is left out and listed; paragraphs are never joined', async () => {
  const toc = (text: string): string => paragraph(text, '<w:pStyle w:val="TOC1"/>');
  const long = '考核分数低于60分（不含60分）的，当期考核扣款等于当期结算款的全部';
  const prepared = await right(
    docx(
      paragraph('目　录') +
        toc('第一章 总则1') +
        paragraph('第一章 总则') +
        paragraph(long) +
        paragraph('本办法由示例中心负责解释。'),
      {
        'styles.xml': styles(
          '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
        ),
      },
    ),
    'a.docx',
    [TITLE, '第一章 总则', long, '本办法由示例中心负责解释。'],
  );
  assert.deepEqual(dropped(prepared), ['目录 目　录', '目录 第一章 总则1']);
});
test('.docx: a paragraph whose mark was deleted goes on in the next one', async () =>
  void (await right(
    docx(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半')}</w:p>${paragraph('后半。')}`),
    'a.docx',
    [TITLE, '前半后半。'],
  )));

const p = (text: string, name = ''): string =>
  `<text:p${name && ` text:style-name="${name}"`}>${text}</text:p>`;
const word = (name: string, properties: string, family = 'text'): string =>
  `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
const span = (name: string, text: string): string =>
  `<text:span text:style-name="${name}">${text}</text:span>`;
test('.odt: raised, hidden, struck and white words', async () => {
  const prepared = await right(
    packOdt(
      p(TITLE) +
        p(
          `面积10m${span('R', '2')}，CO${span('L', '2')}${span('H', '（密）')}，${span('S', '作废')}${span('W', '白字')}。`,
        ) +
        p('全段不见', 'V') +
        '<text:section text:display="none">' +
        p('一节不见') +
        '</text:section>',
      word('R', 'style:text-position="super 58%"') +
        word('L', 'style:text-position="-33% 58%"') +
        word('H', 'text:display="none"') +
        word('S', 'style:text-line-through-style="solid"') +
        word('W', 'fo:color="#ffffff"') +
        word('V', 'text:display="none"', 'paragraph'),
    ),
    'a.odt',
    [TITLE, '面积10m²，CO₂，~~作废~~白字。'],
  );
  assert.deepEqual(dropped(prepared), [
    '隐藏文字 （密）',
    '隐藏文字 全段不见',
    '隐藏文字 一节不见',
  ]);
  assert.match(doubts(prepared), /“白字”是白色的字/u);
});
test('.odt: a formula is refused', () =>
  refused(
    packOdt(
      p(TITLE) + p('下式<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>成立。'),
      '',
      {
        'Object 1/content.xml':
          '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>',
      },
    ),
    'a.odt',
    /含公式/u,
  ));
test('a formula that is announced and does not follow is refused; one in words is read', async () => {
  const said = p('补助金额按下式计算：');
  await refused(packOdt(p(TITLE) + said + p('完成率为。')), 'a.odt', /之下没有公式/u);
  await right(packOdt(p(TITLE) + said + p('补助金额＝投资额×比例。')), 'a.odt', [
    TITLE,
    '补助金额按下式计算：',
    '补助金额＝投资额×比例。',
  ]);
});
test('.odt: numbers of lists: formats, levels shown, starts, a list that goes on, one that does not', async () => {
  const li = (text: string, more = ''): string =>
    `<text:list-item${more}>${p(text)}</text:list-item>`;
  const list = (items: string, more = ''): string =>
    `<text:list text:style-name="L"${more}>${items}</text:list>`;
  await right(
    packOdt(
      p(TITLE) +
        list(
          `<text:list-item>${p('甲')}<text:list>${li('子一')}${li('子二')}</text:list></text:list-item>${li('乙', ' text:start-value="5"')}`,
        ) +
        p('中间。') +
        list(li('丙'), ' text:continue-numbering="true"') +
        list(`<text:list-header>${p('无号')}</text:list-header>${li('丁')}`),
      `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-prefix="（" style:num-suffix="）"/></text:list-style>`,
    ),
    'a.odt',
    [
      TITLE,
      '一、甲',
      '（一.1）子一',
      '（一.2）子二',
      '五、乙',
      '中间。',
      '六、丙',
      '无号',
      '一、丁',
    ],
  );
});
test('.odt: headings that the outline numbers', async () => {
  const outline =
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="章"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
  const heading = (text: string, level: number): string =>
    `<text:h text:outline-level="${level}">${text}</text:h>`;
  await right(
    packOdt(
      p(TITLE) + heading('总则', 1) + heading('范围', 2) + heading('附则', 1) + heading('施行', 2),
      outline,
    ),
    'a.odt',
    [TITLE, '第一章 总则', '一.1 范围', '第二章 附则', '二.1 施行'],
  );
});

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body>${body}</body></html>`;
const article = (body: string): string =>
  page(`<div id="zoom"><p style="text-align:center">${TITLE}</p>${body}</div>`);
test('.html: lists with their numbers', async () =>
  void (await right(
    article(
      '<ol><li>甲<ol type="a"><li>子一<li>子二</ol></li><li value="7"><p>乙</p></li><li>丙</ol>' +
        '<ol reversed><li>三<li>二<li>一</ol><ol start="4" style="list-style-type:cjk-ideographic"><li>丁</ol>' +
        '<ol style="list-style:none"><li>无号</ol><ul><li>圆点</ul><ol>项外<li>戊<ol><ol><li>深</ol></ol></ol>',
    ),
    'a.html',
    [
      TITLE,
      ...['1\\. 甲', 'a. 子一', 'b. 子二', '7\\. 乙', '8\\. 丙', '3\\. 三', '2\\. 二', '1\\. 一'],
      ...['四、丁', '无号', '圆点', '项外', '1\\. 戊', '1\\. 深'],
    ],
  )));
test('.html: raised, struck, hidden words, boxes, readings', async () => {
  const prepared = await right(
    page(
      `<div class="TRS_Editor"><h2>${TITLE}</h2><p>10m<sup>2</sup>，H<sub>2</sub>O，注<span style="vertical-align:super">甲</span>，<s>作废</s>。<span class="x">看不见</span></p><p><input type="checkbox" checked>是<input type="radio">否，<ruby>汉<rt>hàn</rt></ruby>字</p></div>`,
      '<style>.x { display: none } @media print { p { display: none } }</style>',
    ),
    'a.html',
    [TITLE, '10m²，H₂O，注<sup>甲</sup>，~~作废~~。', '☑是☐否，汉字'],
  );
  assert.deepEqual(dropped(prepared), ['页面上不显示的文字 看不见', '注音 hàn']);
});
test('.docx: a choice made, a date that changes, a large first letter, rows and cells that are not shown', async () => {
  const field = (code: string, result: string, data = ''): string =>
    `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const choices =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲级"/><w:listEntry w:val="乙级"/></w:ddList></w:ffData>';
  const chosen = await right(
    docx(own(set('等级：', ''), field('FORMDROPDOWN', '', choices), set('。', ''))),
    'a.docx',
    [TITLE, '等级：。'],
  );
  assert.match(doubts(chosen), /“FORMDROPDOWN”域/u);
  const dated = await right(
    docx(own(field('DATE \\@ "yyyy年M月d日"', set('2024年5月6日', '')), set('印发', ''))),
    'a.docx',
    [TITLE, '2024年5月6日印发'],
  );
  assert.match(doubts(dated), /自动更新/u);
  await right(
    docx(paragraph('为', '<w:framePr w:dropCap="drop"/>') + paragraph('规范样本，制定。')),
    'a.docx',
    [TITLE, '为规范样本，制定。'],
  );
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (cells: string, properties = ''): string =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const gone = '<w:cellDel w:id="1" w:author="a"/>';
  const table = await right(
    docx(
      `<w:tbl>${row(cell('甲') + cell('乙') + cell('丁', gone))}${row(cell('内部') + cell('99'), '<w:hidden/>')}${row(cell('旧') + cell('88'), '<w:del w:id="2" w:author="a"/>')}${row(cell('1') + cell('2') + cell('3', gone))}</w:tbl>`,
    ),
    'a.docx',
    [TITLE, '| 甲 | 乙 |', '| - | - |', '| 1 | 2 |'],
  );
  assert.match(dropped(table).join('\n'), /隐藏文字 内部99/u);
});

test('.docx: signs raised by hand, two lines in one, capitals by setting are doubts', async () => {
  for (const [text, properties, doubt] of [
    ['2', '<w:position w:val="6"/>', /“2”在原件中抬高了位置，像上标/u],
    ['2', '<w:position w:val="-4"/>', /“2”在原件中降低了位置，像下标/u],
    ['甲局乙局', '<w:eastAsianLayout w:combine="1"/>', /“甲局乙局”在原件中排成两行/u],
    ['iso', '<w:caps/>', /“iso”在原件中显示为大写/u],
  ] as const) {
    const prepared = await right(docx(own(set('见', ''), set(text, properties))), 'a.docx', [
      TITLE,
      `见${text}`,
    ]);
    assert.match(doubts(prepared), doubt);
  }
  const shifted = await right(docx(own(set('一行字', '<w:position w:val="6"/>'))), 'a.docx', [
    TITLE,
    '一行字',
  ]);
  assert.doesNotMatch(doubts(shifted), /抬高/u);
});

test('.html: forms, numbers twice, one page of several, sheets for all elements of a name', async () => {
  const form = await right(
    page(
      `<p>${TITLE}</p><p>等级：<select><option>甲级</option></select></p><p>名称：<input value="水样">。</p>`,
    ),
    'a.html',
    [TITLE, '等级：', '名称：。'],
  );
  assert.match(form.remarks.join(''), /网页中有表单：其中填写、选定的字没有读/u);
  const list = '<ol><li>1.登记。</li><li>2.检查。</li></ol>';
  const twice = await imported(page(`<p>${TITLE}</p>${list}`), 'a.html');
  assert.match(doubts(twice), /“1.”之后又有一个编号/u);
  const paged = await right(
    page(
      `<style>ol{list-style:none} i{display:none}</style><p>${TITLE}</p>${list}<p>面积9<span style="vertical-align:6pt">2</span>。<i>内部</i></p><div><a>上一页</a> 1 <a>2</a> <a>下一页</a></div>`,
    ),
    'a.html',
    [TITLE, '1.登记。', '2.检查。', '面积9²。'],
  );
  assert.deepEqual(dropped(paged), [
    '页面上不显示的文字 内部',
    '网页的翻页：全文可能分在几页，请核对是否齐全，把其余各页的文字接上 上一页 1 2 下一页',
  ]);
  const unseen = await right(
    page(
      `<p>${TITLE}</p><table><tr style="display:none"><td>内部</td><td>9</td></tr><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td hidden>旧</td><td>2</td></tr></table><p>下一篇：没有了</p>`,
    ),
    'a.html',
    [TITLE, '| 甲 | 乙 |', '| - | - |', '| 1 | 2 |'],
  );
  assert.deepEqual(dropped(unseen), [
    '页面上不显示的文字 内部9',
    '页面上不显示的文字 旧',
    '网页的导航、页眉页脚等 下一篇：没有了',
  ]);
});

test('.html: articles of the systems in use and of WeChat, however short; particulars are no text', async () => {
  const nav = '<div class="nav"><a>首页</a><a>政务公开</a></div>';
  const data =
    '<table><tr><td>索引号</td><td>011/2024</td><td>主题分类</td><td>科技</td></tr><tr><td>发文机关</td><td>某局</td><td>成文日期</td><td>2024年5月6日</td></tr></table>';
  const text = '<p>各科：</p><p>照办。</p>';
  for (const mark of [
    'id="UCAP-CONTENT"',
    'class="TRS_Editor"',
    'id="zoomcon"',
    'class="article_con"',
  ])
    await right(
      page(
        `${nav}<div>${data}</div><h1>${TITLE}</h1><div ${mark}>${data}${text}</div><div>主办：某某</div>`,
      ),
      'a.html',
      [TITLE, '各科：', '照办。'],
    );
  await right(
    page(
      `<h1 class="rich_media_title" id="activity-name">${TITLE}</h1><div id="meta_content"><span>某局</span><em>2024-05-06</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section>${text}</section></div><div>微信扫一扫</div>`,
    ),
    'a.html',
    [TITLE, '各科：', '照办。'],
  );
});

test('.doc and .odt as LibreOffice writes them: numbers, signs, hidden words, merged cells', async () => {
  for (const name of ['features.doc', 'features.odt']) {
    const bytes = readFileSync(join(import.meta.dirname, 'received', name));
    const prepared = await imported(bytes, name);
    assert.deepEqual(prepared.faults, []);
    const found = lines(prepared);
    for (const line of [
      '第一章 总则',
      '（2）土样。',
      '壹、甲项',
      '伍、丙项',
      '面积10m²，CO₂减少，注<sup>①注</sup>。',
      '补助另定。请执行。~~已作废的话~~',
      '是否公开：☑是□否。',
      '| 乙 | 丙 | 丁 |',
      '| | 己 | 庚 |',
    ])
      assert.ok(found.includes(line), `${name}: ${line}\n${found.join('\n')}`);
    assert.deepEqual(dropped(prepared), ['隐藏文字 （内部：五十万）']);
  }
});

test('.doc: what is doubtful of a .docx is so of a .doc; a paragraph whose mark was deleted goes on', async () => {
  const bytes = readFileSync(join(import.meta.dirname, 'received', 'doubts.doc'));
  const prepared = await right(bytes, 'doubts.doc', [
    TITLE,
    '面积9m2，见iso标准（内部）。',
    '前半后半。',
    '有注\\[1]。',
    '\\[1] 注文。',
  ]);
  for (const doubt of [
    /“2”在原件中抬高了位置/u,
    /“iso”在原件中显示为大写/u,
    /“（内部）”是白色的字/u,
  ])
    assert.match(doubts(prepared), doubt);
});
test('.html: a sign of a font that is not known is refused', () =>
  refused(article('<p>样本\ue600。</p>'), 'a.html', /读不出的符号/u));
