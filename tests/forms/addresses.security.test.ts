/** An address that a browser must not follow is written in no form of a text: what reading refuses, writing must not trust. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { akomaNtoso } from '../../src/exports/akoma-ntoso.ts';
import { recordText } from '../../src/exports/data/records.ts';
import { chapter } from '../../src/exports/epub/chapter.ts';
import { markdown } from '../../src/exports/markdown.ts';
import { renderDocument } from '../../src/views/rendering/document.ts';
import { entryOf, libraryOf } from '../site/sample-library.ts';

const config = { id: 'l', name: '文库', description: '说明', language: 'zh-Hans' };

const ATTACKS = ['java\tscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x'];

test('an address that a browser must not follow is in no form, whatever has let it in', () => {
  for (const address of ATTACKS) {
    const entry = entryOf(
      'policies/test',
      'title: 试验文件',
      '看[这里](https://example.org/here)。',
    );
    const site = { library: libraryOf(entry), config };
    for (const { marks } of entry.blocks)
      for (const mark of marks) if (mark.kind === 'link') mark.url = address;
    entry.external.push({
      fact: '事实。',
      quote: '事实',
      source: { title: '来源', kind: 'news', url: address },
      confidence: 'high',
    });
    const forms = {
      html: renderDocument(site.library, entry),
      markdown: markdown(site, entry),
      akn: akomaNtoso(site, entry),
      epub: chapter(site, entry),
      json: recordText(site.library, entry),
    };
    for (const [form, text] of Object.entries(forms))
      assert.doesNotMatch(text, /script:|data:text/u, `${form}: ${JSON.stringify(address)}`);
  }
});
