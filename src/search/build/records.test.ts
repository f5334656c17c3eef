import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import { recordsOf } from './records.ts';

const SECOND = '每条产业链由一名市领导挂钩联系。';

test('the quoted words are where the page has them, whatever blanks the source has before and between', () => {
  const library = libraryOf(
    entryOf('replies/one', 'title: 答复', `　　一是推进产业链建设。\n  ${SECOND}三是保障。`),
    entryOf('measures/lead', `title: 挂钩联系\nevidence: [{ in: replies/one, quote: ${SECOND} }]`),
  );
  const records = new Map(recordsOf(library).map((record) => [record.url, record]));
  const [quotation] = records.get('measures/lead.html')!.quotations;
  const unit = records
    .get('replies/one.html')!
    .texts.flat()
    .find(({ id }) => id === quotation!.unit);
  assert.equal(unit!.text.slice(quotation!.start, quotation!.end).trim(), SECOND);
});
