/** Documents through the processor that Astro uses. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { parseHTML } from 'linkedom';
import { readLibrary } from '../reading/read-library.ts';
import { parseFrontmatter } from '../reading/frontmatter.ts';
import { remarkDocument } from './remark-document.ts';
import { syntaxPlugins } from '../text/syntax.ts';

const folder = join(import.meta.dirname, '../../tests/fixtures/content/sound');
const { library, config } = await readLibrary(folder);
const processor = await createMarkdownProcessor({
  gfm: false,
  smartypants: false,
  syntaxHighlight: false,
  remarkPlugins: [
    ...(syntaxPlugins as never[]),
    [remarkDocument, { current: () => ({ library, config: config! }), folder }],
  ],
});

async function renderAs(file: string, source: string): Promise<Document> {
  const { code } = await processor.render(source, { fileURL: pathToFileURL(join(folder, file)) });
  return parseHTML(`<html><body>${code}</body></html>`).document as unknown as Document;
}

/** Renders a file of the fixture. */
const render = async (file: string): Promise<Document> =>
  renderAs(file, parseFrontmatter(await readFile(join(folder, file), 'utf8'))!.body.trimStart());

test('emphasis works beside Chinese punctuation', async () => {
  const page = await render('policies/plan.md');
  assert.equal(page.querySelector('#p1 strong')?.textContent, '提示。');
  assert.equal(page.querySelector('#p1')?.textContent, '提示。正文紧接着加粗的字。');
});

test('a range is not struck through, and quotes stay as they are', async () => {
  const page = await renderAs('../elsewhere.md', '5~10万元，3~5万元，"253"...');
  assert.equal(page.body.textContent?.trim(), '5~10万元，3~5万元，"253"...');
});

test('a paragraph less its apparatus is the text that the graph read', async () => {
  const page = await render('policies/plan.md');
  for (const element of page.querySelectorAll('[data-editorial]')) element.remove();
  for (const block of library.get('policies/plan').blocks)
    assert.equal(page.getElementById(block.id)?.textContent, block.text);
});

test('a name becomes a link to its page, with a preview that is not text', async () => {
  const page = await render('policies/plan.md');
  const link = page.querySelector('#p2 a.mention');
  assert.equal(link?.getAttribute('href'), '../terms/mechanism.html');
  assert.equal(link?.textContent, '工作机制');
  const preview = link?.nextElementSibling;
  assert.ok(preview?.matches('.preview[data-editorial][data-unindexed]'));
  assert.match(preview?.textContent ?? '', /^工作机制术语/u);
});

test('every paragraph has its number, its link and its citation in the margin', async () => {
  const page = await render('policies/plan.md');
  const margin = page.querySelector('#p1')?.parentElement?.querySelector('.margin');
  assert.equal(margin?.querySelector('a.paragraph-number')?.getAttribute('href'), '#p1');
  assert.equal(margin?.querySelector('.citation')?.textContent, '试验计划[A]. 2021-03-01: 第1段.');
});

test('a file that is not content is left alone', async () => {
  const page = await renderAs('../elsewhere.md', '工作机制');
  assert.equal(page.body.innerHTML.trim(), '<p>工作机制</p>');
});
