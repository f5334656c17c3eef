/**
 * The content security policy that a page carries in itself, for hosts that send none and for folders opened without a
 * server: it stands in every page before anything that it is on, stops scripts that an attacker put into a page or a
 * link, and leaves search and the page's own scripts at work.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { parseHeaders } from '../../src/commands/static-server.ts';
import { unpackArchive } from '../archive/unpacked.ts';
import { builtSite, launchBrowser } from './site.ts';

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;
const MOST_BYTES_MORE = 200;
const pages = globSync('**/*.html', { cwd: builtSite }).sort();
const read = (page: string): string => readFileSync(join(builtSite, page), 'utf8');

test('every page carries the policy of the header, before anything that it is on', () => {
  const header = parseHeaders(readFileSync('public/_headers', 'utf8'))('/');
  const asHeader = header['content-security-policy']!.replace("; frame-ancestors 'none'", '');
  assert.ok(pages.length > 50);
  for (const page of pages) {
    const html = read(page);
    const [meta, policy] = POLICY.exec(html) ?? [];
    assert.equal(policy?.replace("form-action 'self' file:", "form-action 'self'"), asHeader, page);
    assert.ok(!/<(?:script|link|style|img)\b/u.test(html.slice(0, html.indexOf(meta!))), page);
  }
});

test('no page grows by more than 200 bytes for it, gzipped', () => {
  const more = pages.map((page) => {
    const html = read(page);
    return gzipSync(html).length - gzipSync(html.replace(POLICY, '')).length;
  });
  assert.ok(Math.max(...more) <= MOST_BYTES_MORE, String(Math.max(...more)));
});

for (const name of ['shell', 'firefox'] as const)
  describe(`from the file system, in ${name}`, () => {
    const root = join(unpackArchive(), 'data/site');
    const at = (page: string): string => pathToFileURL(join(root, page)).href;
    let browser: Browser;
    let page: Page;
    before(async () => {
      browser = await launchBrowser(name);
      page = await browser.newPage();
    });
    after(() => browser.close());

    test('what an attacker put into a page or a link does not run', async () => {
      const attacks =
        '<script>document.title="ran"</script><img src="x" onerror="document.title=\'ran\'">' +
        '<a id="attack" href="java&#9;script:document.title=\'ran\';void 0">甲</a>';
      const html = readFileSync(join(root, 'terms.html'), 'utf8');
      writeFileSync(join(root, 'attacked.html'), html.replace('<main', `${attacks}<main`));
      await page.goto(at('attacked.html'));
      await page.$eval('#attack', (link) => (link as HTMLElement).click());
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      assert.notEqual(await page.title(), 'ran');
    });

    test('a question is sent from the front page without its scripts, and is answered', async () => {
      await page.goto(at('index.html'));
      await page.type('main input[name="q"]', '七个一');
      // As the form itself does it, without the handlers of our scripts.
      const sent = page.$eval('main form', (form) => (form as HTMLFormElement).submit());
      await Promise.all([page.waitForNavigation(), sent]);
      assert.match(page.url(), /search\.html\?q=%E4%B8%83/u);
      await page.waitForSelector('.result mark', { timeout: 60_000 });
    });
  });
