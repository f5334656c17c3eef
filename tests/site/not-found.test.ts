/** The page for a missing address works at any depth, in any folder of a host. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { withRootedLinks } from '../../src/views/rewrite-addresses.ts';
import { serveSite } from '../browser/site.ts';

test('links begin at the root; others stay', () => {
  const page =
    '<html data-root=""><a href="a.html">甲</a><a href="#b">乙</a><a href="https://c.cn/">丙</a>';
  assert.equal(
    withRootedLinks(page, '/lib/'),
    '<html data-root="/lib/"><a href="/lib/a.html">甲</a><a href="#b">乙</a><a href="https://c.cn/">丙</a>',
  );
});

test('an address that is not there answers 404 with working links', async () => {
  const { url, close } = await serveSite({ base: '/a/b/' });
  const missing = `${url}policies/deep/down/typo.html`;
  const answer = await fetch(missing);
  assert.equal(answer.status, 404);
  const { document } = parseHTML(await answer.text());
  const links = [...document.querySelectorAll('link[rel=stylesheet], nav a, script[src]')].map(
    (element) => new URL(element.getAttribute('href') ?? element.getAttribute('src')!, missing),
  );
  assert.ok(links.length > 5);
  for (const link of links) assert.equal((await fetch(link)).status, 200, link.href);
  await close();
});
