/** One import cannot break another entry: a name that two would claim is found whichever id comes first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '../../src/content/read-entry.ts';
import { prepare } from '../../src/importing/prepare.ts';
import { packDocx, paragraph } from './write-docx.ts';

const announcement = (number: string): Uint8Array =>
  packDocx(
    [
      paragraph('公告', '<w:jc w:val="center"/>'),
      number && paragraph(number, '<w:jc w:val="center"/>'),
      paragraph('某事项公告如下。', '<w:ind w:firstLine="640"/>'),
      paragraph('某市科学技术局', '<w:jc w:val="right"/>'),
      paragraph('2024年5月6日', '<w:jc w:val="right"/>'),
    ].join(''),
  );

async function second(first: Uint8Array, firstId: string, then: Uint8Array, id: string) {
  const before = await prepare(first, 'first.docx', [], { id: firstId });
  assert.deepEqual(before.faults, []);
  const bytes = new TextEncoder().encode(before.source);
  const { entry } = readEntry('policies', before.path, bytes);
  return prepare(then, 'second.docx', [entry!], { id });
}

for (const [one, other] of [
  ['k1', 'k2'],
  ['k2', 'k1'],
] as const)
  test(`two documents that nothing tells apart: ${one}, then ${other}`, async () => {
    const { faults } = await second(announcement(''), one, announcement(''), other);
    assert.equal(faults.length, 1);
    assert.match(faults[0]!, /名称“公告”已属于 policies\/k1/u);
  });

test('two announcements of one title, told apart by their numbers', async () => {
  const [one, two] = [announcement('2024年第1号'), announcement('2024年第2号')];
  assert.deepEqual((await second(one, 'k2', two, 'k1')).faults, []);
});

test('what was wrong in the library before is no fault of an import', async () => {
  const broken = new TextEncoder().encode('---\ntitle: 示例举措\npolicies: [sample-notice]\n---\n');
  const { entry } = readEntry('measures', 'measures/broken.mdx', broken);
  const { faults } = await prepare(announcement('2024年第1号'), 'a.docx', [entry!], {
    id: 'sample-notices',
  });
  assert.deepEqual(faults, []);
});
