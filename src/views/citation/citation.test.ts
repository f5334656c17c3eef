import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citation, issuerNames } from './citation.ts';
import { sampleLibrary as library } from '../../../tests/site/sample-library.ts';

const reply = library.get('replies/one');
const third = reply.blocks.find((block) => block.number === 3);

test('a document is cited by issuer, title, number and date', () => {
  assert.deepEqual(issuerNames(library, reply), ['市工信局']);
  assert.equal(
    citation(library, reply),
    '市工信局. 关于提案的答复: 工信复〔2021〕46号[A]. 2021-05-20.',
  );
});

test('a paragraph is cited by its number, and by its address where there is one', () => {
  assert.equal(
    citation(library, reply, third, 'https://example.org/'),
    '市工信局. 关于提案的答复: 工信复〔2021〕46号[A/OL]. 第3段(2021-05-20)[引用日期]. https://example.org/replies/one.html#p3',
  );
});

test('the day of reading is left to the reader where there is an address to read at', () => {
  const address = 'https://example.org/';
  assert.match(
    citation(library, reply, undefined, address),
    /\[A\/OL\]\. \(2021-05-20\)\[引用日期\]\. https/u,
  );
  assert.doesNotMatch(citation(library, reply, third), /引用日期/u);
});

test('what is not known is left out, and a vague date stays vague', () => {
  assert.equal(citation(library, library.get('policies/policy')), '若干政策[A]. 2021年3月.');
});
