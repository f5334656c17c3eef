import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buttonsFor, describeStatus, whyNot } from './keep-wording.ts';
import { isPreview, type KeepStatus } from './protocol.ts';

const status = (part: Partial<KeepStatus>): KeepStatus => ({
  choice: undefined,
  whole: false,
  bytes: 40_000_000,
  keptBytes: 0,
  ...part,
});

test('a large library is offered with its size, and not said to be kept', () => {
  assert.equal(
    describeStatus(status({})),
    '这台设备上存了一部分，有读过的网页：0.0 MB，共 40.0 MB。',
  );
  assert.deepEqual(buttonsFor(status({})), { keep: '存下整个文库（还有 40.0 MB）' });
});

test('while it comes in it can be stopped; stopped, it can be resumed or removed', () => {
  const coming = status({ choice: 'keep', keptBytes: 10_000_000 });
  assert.match(describeStatus(coming), /正在存：已存 10\.0 MB，共 40\.0 MB/);
  assert.deepEqual(Object.keys(buttonsFor(coming)), ['stop']);
  const stopped = status({ choice: 'stop', keptBytes: 10_000_000 });
  assert.equal(buttonsFor(stopped).keep, '存下整个文库（还有 30.0 MB）');
  assert.ok(buttonsFor(stopped).remove);
});

test('a fault is said with what to do, and the reader can go on', () => {
  for (const fault of ['network', 'changed', 'full'] as const) {
    const failed = status({ choice: 'keep', fault });
    assert.doesNotMatch(describeStatus(failed), /正在存/);
    assert.ok(buttonsFor(failed).keep);
  }
});

test('where nothing can be kept the page says why', () => {
  assert.match(whyNot('file:', true, false)!, /文件夹/);
  assert.match(whyNot('http:', true, true)!, /预览/);
  assert.match(whyNot('https:', false, false)!, /浏览器/);
  assert.equal(whyNot('https:', true, false), undefined);
});

test('only the loopback addresses themselves are previews', () => {
  for (const host of ['localhost', '127.0.0.1', '127.0.1.1', '[::1]']) assert.ok(isPreview(host));
  for (const host of ['library.localhost', 'example.org', '127.example.org', '10.0.0.1'])
    assert.ok(!isPreview(host), host);
});
