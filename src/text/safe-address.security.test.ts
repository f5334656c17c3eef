/** Addresses are judged as a browser reads them, and official is what lies under an official host. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressFault, isOfficialAddress } from './safe-text.ts';

const ALLOWED = [
  'https://www.gov.cn/',
  'HTTP://www.gov.cn/a?b=c#d',
  'mailto:office@example.org',
  'annex.html#p3',
  '../policies/plan.html',
  '/library/index.html',
  'https://例子.中国/通知',
];

const REFUSED: [address: string, reason: RegExp][] = [
  ['javascript:alert(1)', /javascript/],
  ['JaVaScRiPt:alert(1)', /javascript/],
  [' javascript:alert(1)', /javascript/],
  ['java\tscript:alert(1)', /控制字符/],
  ['java\nscript:alert(1)', /控制字符/],
  ['java\rscript:alert(1)', /控制字符/],
  ['\u0001javascript:alert(1)', /控制字符/],
  ['\u001bjavascript:alert(1)', /控制字符/],
  ['javascript\u0000:alert(1)', /控制字符/],
  ['https://example.org/\u0085', /控制字符/],
  ['data:text/html,<script>', /data/],
  ['vbscript:x', /vbscript/],
  ['blob:https://example.org/1', /blob/],
  ['file:///etc/passwd', /file/],
  ['view-source:https://example.org/', /view-source/],
  ['//evil.example/', /写明/],
  ['\\\\evil.example\\share', /写明/],
  ['/\\evil.example', /写明/],
  ['https:evil.example', /开头/],
  ['https:/evil.example', /开头/],
  ['https://www.gov.cn@evil.example/', /用户名/],
  ['https://user:word@example.org/', /用户名/],
  ['https://', /不是/],
  ['https://[1/', /不是/],
];

for (const address of ALLOWED)
  test(`allowed: ${address}`, () => assert.equal(addressFault(address), null));

for (const [address, reason] of REFUSED)
  test(`refused: ${JSON.stringify(address)}`, () =>
    assert.match(addressFault(address) ?? '', reason));

const OFFICIAL: [address: string, official: boolean][] = [
  ['https://www.gov.cn/', true],
  ['http://gov.cn/', true],
  ['https://gxj.changzhou.gov.cn/content?id=1', true],
  ['https://www.12371.政务/', true],
  ['https://www.gov.cn@evil.example/', false],
  ['https://www.gov.cn.evil.example/', false],
  ['https://fakegov.cn/', false],
  ['https://example.org/gov.cn', false],
  ['mailto:a@www.gov.cn', false],
];

for (const [address, official] of OFFICIAL)
  test(`${official ? '' : 'not '}official: ${address}`, () =>
    assert.equal(isOfficialAddress(address), official));

test('a library may trust more hosts, and those under them', () => {
  assert.equal(isOfficialAddress('https://news.example.org/', ['example.org']), true);
  assert.equal(isOfficialAddress('https://anexample.org/', ['example.org']), false);
});
