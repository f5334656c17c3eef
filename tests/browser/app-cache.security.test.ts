/**
 * The service worker trusts bytes: what another page of the origin puts into its cache under the library's names is
 * neither served nor carried over to the next version; and a host that is out of order does not hide what is kept.
 */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { deploy, makeVersion } from '../archive/versions.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { launchBrowser } from './site.ts';

const host = temporaryFolder('host-');
const TYPES: Record<string, string> = { js: 'text/javascript', html: 'text/html', css: 'text/css' };
/** A status that the host answers everything with, as when it is out of order. */
let broken = 0;
let server: Server;
let root: string;
let browser: Browser;
let page: Page;
let versions: [string, string];

before(async () => {
  // So large that it is not kept whole unasked: pages are kept as they are read.
  versions = [await makeVersion('one', 40_000_000), await makeVersion('two', 40_000_000)];
  cpSync(versions[0], host, { recursive: true });
  server = createServer((req, res) => {
    if (broken) return void res.writeHead(broken).end('out of order');
    const path = decodeURIComponent(req.url!.split('?')[0]!).slice(1) || 'index.html';
    try {
      const body = readFileSync(join(host, path));
      res.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1)!] ?? '' }).end(body);
    } catch {
      res.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  root = `http://library.localhost:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${root}index.html`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto(`${root}terms.html`);
  await page.goto(`${root}index.html`);
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/** Puts a script of the attacker's under every kept name, with whatever header a worker might believe. */
const poison = (): Promise<number> =>
  page.evaluate(async () => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        if (!/\.(?:js|html)$/u.test(url)) continue;
        const kept = (await cache.match(url))!;
        const evil = url.endsWith('.js') ? 'document.title="ran"' : '<title>ran</title>';
        await cache.put(url, new Response(evil, { headers: kept.headers }));
        count++;
      }
    }
    return count;
  });

const titleOf = async (path: string): Promise<string> => {
  await page.goto(root + path, { waitUntil: 'load' });
  return page.title();
};

test('a host that answers 502 or 503 does not hide a page that is kept', async () => {
  for (broken of [502, 503]) assert.match(await titleOf('terms.html'), /^术语/u);
  const missing = await page.goto(`${root}clusters.html`);
  assert.equal(missing!.status(), 503);
  broken = 0;
});

test('what was put into the cache under our names is not served', async () => {
  assert.ok((await poison()) > 5);
  for (const path of ['index.html', 'terms.html']) assert.notEqual(await titleOf(path), 'ran');
});

test('nor with the host away', async () => {
  await poison();
  broken = 503;
  assert.notEqual(await titleOf('terms.html'), 'ran');
  broken = 0;
});

test('nor is it carried over to the next version', async () => {
  await page.goto(`${root}index.html`);
  assert.ok((await poison()) > 5);
  deploy(versions[1], host);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const coming = (await registration.update()).installing ?? registration.installing;
    await new Promise<void>((resolve) => {
      if (coming!.state !== 'installing') resolve();
      coming!.addEventListener('statechange', () => resolve());
    });
  });
  const ran = await page.evaluate(async () => {
    const texts = [];
    for (const name of (await caches.keys()).slice(-1)) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push(await (await cache.match(request))!.text());
    }
    return [
      texts.length,
      texts.filter((text) => text.includes('"ran"') || text.includes('>ran<')).length,
    ];
  });
  assert.ok(ran[0]! > 5);
  assert.equal(ran[1], 0);
  const button = await page.waitForSelector('.update-notice button');
  await Promise.all([page.waitForNavigation(), button!.click()]);
  for (const path of ['index.html', 'terms.html']) assert.notEqual(await titleOf(path), 'ran');
});
