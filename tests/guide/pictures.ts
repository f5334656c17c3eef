/**
 * The pictures of docs/编辑手册.md, made by walking its road: a received .docx, the report, a fault and its remedy, the
 * page. `node tests/guide/pictures.ts` makes them again, and says how long each step took.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { escapeText } from '../../src/views/rendering/html.ts';
import { launchBrowser, serveSite } from '../browser/site.ts';
import { NOTICE } from '../importing/sample.ts';
import { writeDocx } from '../importing/write-docx.ts';

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
const library = join(folder, '我的文库');
const ENTRY = join(library, 'policies/2024-7.mdx');

/** Runs a command as an editor does; in its own folder where it tells paths. */
function run(typed: string, command: string, args: string[], cwd = folder): string {
  const started = performance.now();
  const script = resolve(`src/commands/${command}.ts`);
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: library, OUT_DIR: join(folder, 'site'), INIT_CWD: folder },
  });
  console.log(`${typed}：${((performance.now() - started) / 1000).toFixed(1)} 秒`);
  return `> ${typed}\n\n${(stdout + stderr).trim()}`;
}

/** Keeps what a page shows, in few colours. */
async function keep(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot();
  const small = await sharp(picture).png({ palette: true, colours: 24, effort: 10 }).toBuffer();
  writeFileSync(`docs/${name}.png`, small);
  console.log(`docs/${name}.png：${(small.length / 1000).toFixed(0)} KB`);
}

async function showText(page: Page, name: string, text: string): Promise<void> {
  await page.setViewport({ width: 860, height: 100 });
  const style =
    'margin:0;padding:18px 22px;background:#1f2328;color:#e6e6e6;font:15px/1.55 "Noto Sans Mono CJK SC",monospace;white-space:pre-wrap';
  await page.setContent(`<body style="margin:0"><pre style='${style}'>${escapeText(text)}</pre>`);
  const height = await page.evaluate(() => document.querySelector('pre')!.offsetHeight);
  await page.setViewport({ width: 860, height });
  await keep(page, name);
}

const browser = await launchBrowser();
try {
  run('npm run new -- library 我的文库', 'new', ['library', '我的文库']);
  writeFileSync(join(folder, '收到的通知.docx'), writeDocx(NOTICE));
  const page = await browser.newPage();
  const report = run('npm run import -- 收到的通知.docx', 'import', ['收到的通知.docx']);
  await showText(page, 'guide-import', report);

  const written = readFileSync(ENTRY, 'utf8');
  writeFileSync(ENTRY, written.replace('title:', 'level: 市级\ntitle:'));
  await showText(page, 'guide-check', run('npm run check:content', 'check-content', []));
  writeFileSync(ENTRY, written.replace('title:', 'level: 市\ntitle:'));
  run('npm run check:content', 'check-content', []);

  run('npm run build', 'build', [], process.cwd());
  const site = await serveSite({ folder: join(folder, 'site') });
  await page.setViewport({ width: 1000, height: 1100 });
  await page.goto(`${site.url}policies/2024-7.html`, { waitUntil: 'networkidle0' });
  await keep(page, 'guide-page');
  await site.close();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
