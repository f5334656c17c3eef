import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unsafeNames } from './files.ts';

const cases: [path: string, fault: RegExp | null][] = [
  ['data/site/replies/2021-46.html', null],
  ['data/site/pagefind/fragment/zh_1a2b.pf_fragment', null],
  ['data/original/答复.pdf', /ASCII/],
  ['data/con', /设备名/],
  ['data/Aux.html', /设备名/],
  ['data/com1.tar.gz', /设备名/],
  ['data/contents.html', null],
  ['data/a:b', /Windows 不允许/],
  ['data/a?.html', /Windows 不允许/],
  ['data/a.', /句点结尾/],
  ['data/a /b', /空格或句点结尾/],
  ['data/ a', /空格开头/],
  [`data/${'a'.repeat(160)}`, /160 个字符/],
];
for (const [path, fault] of cases) {
  test(`${path} is ${fault ? 'refused' : 'safe'}`, () => {
    const faults = unsafeNames([path], 'library-2021-05-20');
    if (fault) assert.match(faults.join(), fault);
    else assert.deepEqual(faults, []);
  });
}

test('names that differ in case only would overwrite each other', () => {
  assert.match(unsafeNames(['data/A.html', 'data/a.html'], 'x').join(), /只差大小写/);
});
