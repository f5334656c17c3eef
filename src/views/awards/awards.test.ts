import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { awardTable, documentsWithAwards, namedInAward } from './awards.ts';

test('awards stand as the documents state them, with filters that tell them apart; silence is 不详', () => {
  const { rows, filters } = awardTable(library, documentsWithAwards(library));
  assert.deepEqual(
    rows.map(({ award, choices }) => [award.name, choices]),
    [
      ['大奖', [0, 2]],
      ['重大项目', [1, 3]],
    ],
  );
  assert.deepEqual(
    filters.map(({ label, options }) => [label, options.map((option) => option.label)]),
    [
      ['条件', ['首次获得', '不详']],
      ['计法', ['定额', '最高限额']],
    ],
  );
});

test('the name of an award means the policy that its beginning names', () => {
  const names = libraryOf(
    entryOf('policies/mark', 'title: 质量标杆'),
    entryOf('terms/quality', 'title: 质量'),
    entryOf('policies/award', 'title: 奖励办法'),
  );
  const policy = names.get('policies/award');
  const named = (name: string) => namedInAward(names, policy, name)?.entry.title;
  assert.equal(named('质量标杆企业'), '质量标杆');
  assert.equal(named('质量'), '质量');
  assert.equal(named('质量奖'), undefined, 'a term is meant by a whole name only');
  assert.equal(named('奖励办法'), undefined, 'not the document that states it');
});
