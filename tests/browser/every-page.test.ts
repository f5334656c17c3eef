/**
 * Every page in a real browser, loaded once under exactly the headers that hosts are told to send: axe (WCAG 2.2
 * AA and best practice) finds nothing on a laptop, nor, where a page shows elements that none before it did, in their
 * colours, in dark and on a phone; nothing scrolls sideways, and no entry leaves the right third of its page empty;
 * nothing is asked of another host, refused by the policy or written to the console. A control page shows that
 * the policy is in force.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { parseHeaders, type Served } from '../../src/commands/static-server.ts';
import { builtPages } from '../site/built-pages.ts';
import { builtSite, launchBrowser, serveSite } from './site.ts';

const headers = parseHeaders(readFileSync('public/_headers', 'utf8'));
const CONTROL = 'control.html';
const LAPTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** As many as the machine that the tests are run on has cores. */
const TABS = 2;

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

let folder: string;
let served: Served;
let browser: Browser;
const requests = new Set<string>();
const complaints: string[] = [];

/** A tab that keeps whatever its pages complain of. */
async function openTab(): Promise<Page> {
  const page = await browser.newPage();
  page.on('request', (request) => requests.add(request.url()));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`));
  await page.exposeFunction('reportViolation', (what: string) => complaints.push(what));
  // Not by a script element, which the policy would refuse; said to the browser once, not once a page.
  await page.evaluateOnNewDocument(axeSource);
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as {
        reportViolation: (what: string) => void;
      };
      reportViolation(
        `${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return page;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'every-page-'));
  cpSync(builtSite, folder, { recursive: true });
  writeFileSync(
    join(folder, CONTROL),
    '<!doctype html><title>x</title><link rel="icon" href="icons/icon.svg"><p style="color:red">x</p><script>document.title = "ran"</script>',
  );
  [served, browser] = await Promise.all([serveSite({ folder, headers }), launchBrowser()]);
});

after(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true });
});

/**
 * Runs axe on the open page.
 * @param colours whether it looks at contrasts
 * @param sheets whether it reads the style sheets, for what they say of turning a phone: the same at every width
 */
async function axe(
  page: Page,
  runOnly: { type: 'tag' | 'rule'; values: string[] },
  colours: boolean,
  sheets = false,
): Promise<string[]> {
  return page.evaluate(
    async (options) => {
      const run = (
        globalThis as never as {
          axe: {
            run: (
              o: object,
            ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run;
      const { violations } = await run(options);
      return violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
    },
    {
      runOnly,
      preload: sheets,
      rules: { 'color-contrast': { enabled: colours } },
      resultTypes: ['violations'],
    },
  );
}

/** The part of an entry's page, up to 1, that its words reach from the left; 1 where the page is of no entry. */
const widthUsed = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const entry = document.querySelector('article.entry, .document-after');
    if (!entry) return 1;
    const { left, width } = entry.getBoundingClientRect();
    const texts = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
    const words = document.createRange();
    let right = left;
    while (texts.nextNode()) {
      words.selectNodeContents(texts.currentNode);
      right = Math.max(right, ...[...words.getClientRects()].map((box) => box.right));
    }
    return (right - left) / width;
  });

/** Elements that pages have shown so far, each by the names and classes from the root down to it. */
const seen = new Set<string>();

/** Whether a page shows elements that no page before it did: else its colours and its places on a phone are known. */
async function showsNew(page: Page): Promise<boolean> {
  const kinds = await page.$$eval('body *', (elements) => {
    const kindOf = new Map<Element, string>();
    for (const one of elements)
      kindOf.set(one, `${kindOf.get(one.parentElement!)} ${one.localName}.${one.className}`);
    return [...new Set(kindOf.values())];
  });
  const before = seen.size;
  for (const kind of kinds) seen.add(kind);
  return seen.size > before;
}

/** Everything that is wrong with one page, at both widths, in light and in dark. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  const scheme = (value: string) =>
    page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  await scheme('light');
  await page.setViewport(LAPTOP);
  await page.goto(served.url + path, { waitUntil: 'load' });
  const isNew = await showsNew(page);
  for (const size of [LAPTOP, PHONE]) {
    await page.setViewport(size);
    const say = (fault: string) => faults.push(`${path} at ${size.width} px: ${fault}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (width > 0) say(`scrolls sideways by ${width} px`);
    const used = size === LAPTOP ? await widthUsed(page) : 1;
    if (used < 0.75) say(`uses ${used.toFixed(2)} of its width`);
    if (size === PHONE && !isNew) continue;
    await scheme('light');
    const sheets = isNew && size === LAPTOP;
    for (const fault of await axe(page, { type: 'tag', values: TAGS }, isNew, sheets)) say(fault);
    if (!isNew) continue;
    await scheme('dark');
    for (const fault of await axe(page, { type: 'rule', values: ['color-contrast'] }, true))
      say(`in dark: ${fault}`);
  }
  return faults;
}

test('the policy is in force: an inline script and style are refused', async () => {
  const page = await openTab();
  const response = await page.goto(served.url + CONTROL);
  assert.equal(
    response!.headers()['content-security-policy'],
    headers('/')['content-security-policy'],
  );
  assert.equal(await page.title(), 'x');
  assert.equal(
    complaints.filter((what) => what.startsWith(`/${CONTROL}`)).length,
    2,
    complaints.join('\n'),
  );
  complaints.length = 0;
});

test(
  'no page has a fault, on a laptop or a phone, in light or in dark',
  { timeout: 900_000 },
  async () => {
    const paths = builtPages().map(({ path }) => path);
    const faults: string[] = [];
    const visit = async (): Promise<void> => {
      const page = await openTab();
      for (let path = paths.shift(); path !== undefined; path = paths.shift())
        faults.push(...(await faultsOf(page, path)));
    };
    await Promise.all(Array.from({ length: TABS }, visit));
    assert.deepEqual(faults.sort(), []);
  },
);

test('no request left the site, and no page complained', () => {
  const outside = [...requests].filter(
    (url) => !url.startsWith(served.url) && !url.startsWith('data:'),
  );
  assert.deepEqual(outside, []);
  assert.deepEqual(complaints, []);
});
