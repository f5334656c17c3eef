import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entryOf } from '../../tests/site/sample-library.ts';
import { linkLibrary } from './graph.ts';
import { resolveBlocks, withoutStart, type InlineNode } from './inline-tree.ts';
import type { Block } from './types.ts';

const LAW = entryOf(
  'policies/law',
  'title: 中华人民共和国行政许可法',
  '第一条 甲。\n\n第二条 乙。',
);
const TERM = entryOf('terms/mechanism', 'title: 工作机制');

/** A tree in one line: `[strong 一[mention 二]]`. */
function shown(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return '[break]';
      if (node.type === 'note') return `[note ${node.note.number}]`;
      const to =
        node.type === 'citation'
          ? ` ${node.to}#${node.anchor ?? ''}`
          : node.type === 'mention'
            ? ` ${node.to}`
            : node.type === 'link'
              ? ` ${node.url}`
              : node.type === 'anchor'
                ? ` ${node.id}`
                : '';
      return `[${node.type}${to}|${shown(node.children)}]`;
    })
    .join('');
}
const textOf = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? node.value : 'children' in node ? textOf(node.children) : '',
    )
    .join('');

function resolved(body: string, head = 'title: 试验文件') {
  const document = entryOf('policies/test', head, body);
  const { library } = linkLibrary([document, LAW, TERM]);
  return resolveBlocks(library, document);
}

const CASES: [what: string, body: string, tree: string, head?: string][] = [
  ['plain words', '甲\\<乙>&', '甲<乙>&'],
  ['a name', '落实工作机制。', '落实[mention terms/mechanism|工作机制]。'],
  ['a name in bold', '**工作机制**', '[strong|[mention terms/mechanism|工作机制]]'],
  ['bold in a name', '工**作**机制', '[mention terms/mechanism|工[strong|作]机制]'],
  [
    'a name that crosses bold, which is the shorter',
    '**甲工**作机制',
    '[strong|甲][mention terms/mechanism|[strong|工]作机制]',
  ],
  [
    'a citation, with the name that it begins with',
    '依照《行政许可法》第二条制定',
    '依照[citation policies/law#a2|《行政许可法》第二条]制定',
  ],
  [
    'a place of the text itself',
    '第一条 违反本办法第一条的\n\n第二条 乙。',
    '[anchor a1|第一条] 违反[citation policies/test#a1|本办法第一条]的',
  ],
  ['an address', '[甲工作机制](https://a.cn)', '[link https://a.cn|甲工作机制]'],
  ['a written link', '[机制](term:mechanism)', '[mention terms/mechanism|机制]'],
  ['a line that its author ended', '甲\\\n乙', '甲[break]乙'],
  [
    'a note on a part of a name: its mark is outside of the link',
    '落实工作机制。',
    '落实[mention terms/mechanism|工[noted|作机]制][note 1]。',
    'title: 试验文件\nnotes:\n  - { on: 作机, note: 照录 }',
  ],
  [
    'an anchor within bold',
    '**第一条 总则**甲。\n\n第二条 乙。',
    '[strong|[anchor a1|第一条] 总则]甲。',
  ],
  [
    'an anchor that would be cut',
    '第一**条 总则**甲。\n\n第二条 乙。',
    '[anchor a1|]第一[strong|条 总则]甲。',
  ],
];

for (const [what, body, tree, head] of CASES)
  test(`resolves ${what}`, () => assert.equal(shown(resolved(body, head)[0]!.inline), tree));

test('notes are numbered through the document, in order of place', () => {
  const blocks = resolved(
    '甲乙丙\n\n丁',
    'title: 试验文件\nnotes:\n  - { on: 丁, note: 三 }\n  - { on: 丙, note: 二 }\n  - { on: 甲, note: 一 }',
  );
  assert.deepEqual(
    blocks.map(({ notes }) => notes.map(({ id, number, words }) => `${number} ${id} ${words}`)),
    [['1 p1-note-2 一', '2 p1-note-1 二'], ['3 p2-note-1 三']],
  );
});

test('a tree without its first characters is that of the rest', () => {
  const [first] = resolved('第一条 **甲工作机制**。');
  assert.equal(
    shown(withoutStart(first!.inline, 4)),
    '[strong|甲[mention terms/mechanism|工作机制]]。',
  );
  assert.equal(
    shown(withoutStart(first!.inline, 6)),
    '[strong|[mention terms/mechanism|作机制]]。',
  );
});

test('the words of a tree are the text, however marks and notes lie', () => {
  const text = '一工作机制三四五六七八《行政许可法》第一条九十';
  const document = entryOf('policies/test', 'title: 试验文件', text);
  const range = fc
    .tuple(
      fc.nat(text.length),
      fc.nat(text.length),
      fc.constantFrom('strong' as const, 'emphasis' as const, 'link' as const, 'break' as const),
    )
    .map(([a, b, kind]) => ({
      kind,
      url: 'https://a.cn',
      start: Math.min(a, b),
      end: kind === 'break' ? Math.min(a, b) : Math.max(a, b),
    }));
  const note = fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([a, b]) => ({ on: text.slice(Math.min(a, b), Math.max(a, b) + 1), note: '甲' }));
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 6 }),
      fc.array(note, { maxLength: 6 }),
      (marks, notes) => {
        const block: Block = { ...document.blocks[0]!, marks };
        const changed = { ...document, blocks: [block], notes };
        const { library } = linkLibrary([changed, LAW, TERM]);
        const [only] = resolveBlocks(library, changed);
        assert.equal(textOf(only!.inline), text);
        assert.equal((shown(only!.inline).match(/\[note \d/gu) ?? []).length, notes.length);
      },
    ),
  );
});
