/** A document of more than twenty pages is imported within three seconds of a processor's time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare } from '../../src/importing/prepare.ts';
import type { Piece, Sample } from './sample.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writePdf } from './write-pdf.ts';

const paragraphs = Array.from({ length: 150 }, (_, i): Piece => ({
  text: `第${i + 1}段。${'示例文字，用来量度导入所需的时间。'.repeat(5)}`,
}));
const long: Sample = {
  name: 'long',
  pieces: [{ part: 'DocumentTitle', text: '关于示例长文件的通知', align: 'center' }, ...paragraphs],
};

for (const [name, write] of [
  ['long.docx', writeDocx],
  ['long.pdf', writePdf],
  ['long.html', writeHtml],
] as const)
  test(name, async () => {
    const bytes = write(long);
    const before = process.cpuUsage();
    const { faults, draft } = await prepare(bytes, name, []);
    const { user, system } = process.cpuUsage(before);
    assert.deepEqual(faults, []);
    assert.equal(draft.blocks.length, long.pieces.length);
    assert.ok(user + system < 3_000_000, `${(user + system) / 1000} ms`);
  });
