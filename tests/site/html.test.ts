/** The HTML is valid, and nothing in it would break a strict content security policy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { builtPages, parsePage } from './built-pages.ts';

const pages = builtPages();
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Matters of taste, or of the serialiser, that no reader can notice:
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
  },
});

test('the HTML of every page is valid', async () => {
  const faults: string[] = [];
  for (const { path, html } of pages) {
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results)
      faults.push(
        ...messages.map((m) => `${path}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
      );
  }
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
});

test('no page has an inline script, an inline style or an event attribute', () => {
  const guilty = pages.filter(({ path }) => {
    const document = parsePage(path);
    // JSON-LD is data: no browser runs it, and no policy has to allow it.
    const scripts = [...document.querySelectorAll('script')].filter(
      (s) => !s.getAttribute('src') && s.getAttribute('type') !== 'application/ld+json',
    );
    const attributes = [...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames());
    const inline = attributes.some((name) => name === 'style' || name.startsWith('on'));
    return scripts.length > 0 || inline || document.querySelector('style') !== null;
  });
  assert.deepEqual(
    guilty.map(({ path }) => path),
    [],
  );
});
