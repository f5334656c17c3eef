/** What a text says, and where it leads, is the same in every form of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { akomaNtoso } from '../../src/exports/akoma-ntoso.ts';
import { chapter } from '../../src/exports/epub/chapter.ts';
import { markdown } from '../../src/exports/markdown.ts';
import type { ValidLibrary } from '../../src/content/read-library.ts';
import { renderDocument } from '../../src/views/rendering/document.ts';
import { entryOf, libraryOf } from '../site/sample-library.ts';

const LAW = entryOf(
  'policies/law',
  'title: 中华人民共和国行政许可法',
  '第一条 甲。\n\n第二条 乙。',
);

function siteOf(body: string, head = 'title: 试验文件'): ValidLibrary {
  const library = libraryOf(entryOf('policies/test', head, body), LAW);
  const config = { id: 'l', name: '文库', description: '说明', language: 'zh-Hans' };
  return { library, config };
}
const document = ({ library }: ValidLibrary) => library.get('policies/test');

/** Read as other programs read it: by CommonMark and GFM, without what this library adds for Chinese. */
const parsed = (body: string): Root => {
  const site = siteOf(body);
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(markdown(site, document(site)));
};
/** A tree in one line: types and words. */
const shown = (node: Nodes): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? `${node.type}(${node.children.map(shown).join('|')})`
      : node.type;
const bodyOf = (body: string): string => parsed(body).children.slice(2).map(shown).join(' ');

test('《行政许可法》第二条 leads to the article in every form', () => {
  const site = siteOf('依照《中华人民共和国行政许可法》第二条办理。');
  assert.match(renderDocument(site.library, document(site)), /href="?law\.html#a2/u);
  assert.match(markdown(site, document(site)), /第二条\]\(law\.html#a2\)/u);
  const akn = akomaNtoso(site, document(site));
  assert.match(akn, /<ref href="law\.akn\.xml#a2">[^<]*第二条<\/ref>/u);
  assert.match(akomaNtoso(site, site.library.get('policies/law')), /eId="a2"/u);
  assert.match(chapter(site, document(site)), /<a href="policies-law\.xhtml#a2">[^<]*第二条</u);
  assert.match(chapter(site, site.library.get('policies/law')), /id="a2"/u);
});

const READ_ALIKE: [what: string, body: string, read: string][] = [
  ['bold with Chinese marks in it', '要**“重点”**建设', 'paragraph(要|strong(“重点”)|建设)'],
  [
    'what looks like a mark',
    '甲\\*乙\\*，5\\~10，\\[丙\\]，R&D',
    'paragraph(甲*乙*，5~10，[丙]，R&D)',
  ],
  ['a quotation of two paragraphs', '> 一\n>\n> 二', 'blockquote(paragraph(一)|paragraph(二))'],
  [
    'a quotation in a list',
    '- 甲\n\n  > 乙\n- 丙',
    'list(listItem(paragraph(甲)|blockquote(paragraph(乙)))|listItem(paragraph(丙)))',
  ],
  ['a rule', '甲\n\n---\n\n乙', 'paragraph(甲) thematicBreak paragraph(乙)'],
  ['a line break', '甲\\\n乙', 'paragraph(甲|break|乙)'],
];
for (const [what, body, read] of READ_ALIKE)
  test(`${what} is the same to other programs that read Markdown`, () =>
    assert.equal(bodyOf(body), read));

test('a quotation and a rule stand in the book as on the page', () => {
  const site = siteOf('> 一\n>\n> 二\n\n---\n\n- 三\n\n  > 四');
  const book = chapter(site, document(site)).replace(/\s*\n\s*/gu, '');
  assert.match(book, /<blockquote><p id="p1">一<\/p><p id="p2">二<\/p><\/blockquote><hr \/>/u);
  assert.match(book, /<li><p id="p3">三<\/p><blockquote><p id="p4">四<\/p><\/blockquote><\/li>/u);
});
