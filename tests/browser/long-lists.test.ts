/**
 * A library with long lists, built for this: hundreds of policies by several bodies over several years, all of
 * which name one law. Nothing is lost, no page is heavy.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { gzipSync } from 'node:zlib';
import type { Served } from '../../src/commands/static-server.ts';
import { builtPages, parsePage } from '../site/built-pages.ts';
import { launchBrowser, serveSite } from './site.ts';

const COUNT = 600;
/** Fewer than a page bears, more than one looks through. */
const TERMS = 120;
const PLACES = ['常州', '重庆', '上海', '无锡', '苏州', '武进'];
const BUREAUS = ['市工信局', '市财政局', '市科技局', '市商务局'];
const folder = mkdtempSync(join(tmpdir(), 'long-lists-'));
const content = join(folder, 'content');
const site = join(folder, 'site');

function write(path: string, lines: string[]): void {
  mkdirSync(join(content, path, '..'), { recursive: true });
  writeFileSync(join(content, path), `${lines.join('\n')}\n`);
}

function writeLibrary(): void {
  write('library.yaml', ['id: long', 'name: 长列表', 'description: 长列表', 'language: zh-Hans']);
  write('policies/law.md', [
    '---',
    'title: 中小企业促进法',
    '---',
    '',
    '第一条 促进中小企业发展。',
  ]);
  BUREAUS.forEach((title, i) =>
    write(`organisations/b${i}.md`, ['---', `title: ${title}`, '---', '']),
  );
  for (let n = 0; n < TERMS; n += 1)
    write(`terms/t${n + 1}.md`, ['---', `title: ${PLACES[n % 6]}用语之${n + 1}`, '---', '']);
  for (let n = 0; n < COUNT; n += 1) {
    const year = 2016 + (n % 6);
    const head = [
      `title: ${PLACES[n % 6]}扶持办法第${n + 1}号`,
      `summary: ${'扶持企业'.repeat(70)}`,
    ];
    if (n % 6 > 0) head.push(`date: "${year}"`, `dateText: ${year}年`);
    if (n % 5 > 0) head.push(`issuers: [b${n % 4}]`);
    write(`policies/p${n + 1}.md`, [
      '---',
      ...head,
      '---',
      '',
      `${BUREAUS[n % 4]}按照中小企业促进法于${year}年印发。`,
    ]);
  }
}

let served: Served;
let browser: Browser;
let page: Page;

before(async () => {
  writeLibrary();
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: site },
  });
  assert.equal(status, 0, stderr);
  [served, browser] = await Promise.all([serveSite({ folder: site }), launchBrowser()]);
  page = await browser.newPage();
});

after(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All pages that links of a list's parts lead to, itself first. */
function listFrom(first: string): string[] {
  const reached = [first];
  for (const path of reached) {
    for (const link of parsePage(path, site).querySelectorAll('.group-index a')) {
      const target = posix.join(posix.dirname(path), link.getAttribute('href')!);
      if (!reached.includes(target)) reached.push(target);
    }
  }
  return reached;
}

const named = (paths: string[]): Set<string> =>
  new Set(
    paths.flatMap((path) =>
      [...parsePage(path, site).querySelectorAll('[data-names] > li > a')].map(
        (link) => link.textContent!,
      ),
    ),
  );

test('no page weighs more than 60 KB', () => {
  const heavy = builtPages(site).filter(({ html }) => gzipSync(html).length > 60 * 1024);
  assert.deepEqual(
    heavy.map(({ path }) => path),
    [],
  );
});

test('a long collection is parted, and every document is reached from its page', () => {
  const pages = listFrom('policies.html');
  assert.ok(pages.includes('policies-2020.html') && pages.includes('policies-undated.html'));
  assert.ok(pages.includes('policies-by-b1.html') && pages.includes('policies-initial-c.html'));
  assert.equal(named(pages).size, COUNT + 1);
});

test('a list that one page bears has headings where it is long', () => {
  const terms = parsePage('terms.html', site);
  assert.equal(terms.querySelectorAll('[data-names] > li').length, TERMS);
  const headings = [...terms.querySelectorAll('.list-group h2')].map(
    ({ textContent }) => textContent,
  );
  assert.deepEqual(headings, ['C', 'S', 'W']);
});

test('a law that hundreds of documents name leads to them all', () => {
  const more = parsePage('policies/law.html', site).querySelector('#mentions ~ .more a');
  assert.equal(more?.getAttribute('href'), 'law--mentions.html');
  assert.equal(named(listFrom('policies/law--mentions.html')).size, COUNT);
});

test('a body that issued hundreds of documents leads to all of them', () => {
  const issued = Array.from({ length: COUNT }, (_, n) => n).filter((n) => n % 5 > 0 && n % 4 === 1);
  const all = parsePage('organisations/b1.html', site).querySelector('.related .more a');
  assert.equal(all?.textContent?.trim(), `全部${issued.length}件政策`);
  assert.equal(all.getAttribute('href'), 'b1--policies.html');
  assert.equal(named(listFrom('organisations/b1--policies.html')).size, issued.length);
});

test('axe finds nothing on the pages of long lists, and none scrolls sideways on a phone', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.setViewport({ width: 390, height: 844 });
  const paths = [
    'policies.html',
    'terms.html',
    'policies-2020.html',
    'policies-by-b1.html',
    'policies-initial-w.html',
    'policies/law--mentions.html',
    'policies/law--mentions--2020.html',
  ];
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(served.url + path);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (
        globalThis as never as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run();
      const wide = document.documentElement.scrollWidth > 390 ? ['scrolls sideways'] : [];
      return [
        ...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`),
        ...wide,
      ];
    });
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  assert.deepEqual(faults, []);
});
