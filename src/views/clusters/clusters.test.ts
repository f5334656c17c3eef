import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { clusterOverview, commonGoal } from './clusters.ts';

test('clusters stand by tier, under the term that is their pattern', () => {
  const overview = clusterOverview(library);
  assert.deepEqual(
    overview?.tiers.map(({ label, clusters }) => [label, clusters.length]),
    [
      ['1000亿元', 1],
      ['500亿元', 1],
    ],
  );
  assert.equal(overview?.summary, '1个1000亿元、1个500亿元');
  assert.equal(overview?.term?.title, '11');
});

test('clusters have a goal in common only where most of them belong to its policy', () => {
  const text = '到2022年，工业规模突破15000亿元；到2023年，服务规模突破900亿元。';
  const goal = (name: string, amount: number, by: number): string =>
    `  - { name: ${name}, amount: ${amount}, unit: 亿元, bound: 突破, by: ${by}, quote: 到${by}年，${name}突破${amount}亿元 }`;
  const policy = (id: string, target: string, clusters: string): ReturnType<typeof entryOf> =>
    entryOf(
      `policies/${id}`,
      `title: 计划${id}\nclusters: [${clusters}]\nevidence:\n  - { in: policies/${id}, quote: 到2022年 }\ntargets:\n${target}`,
      `${text}有甲集群、乙集群、丙集群。`,
    );
  const clusters = ['a', 'b', 'c'].map((id, i) =>
    entryOf(`clusters/${id}`, `title: ${'甲乙丙'[i]}集群`),
  );
  const goalOf = (...policies: ReturnType<typeof entryOf>[]) =>
    commonGoal(libraryOf(...clusters, ...policies));
  const few = policy('few', goal('服务规模', 900, 2023), 'a');
  const most = policy('most', goal('工业规模', 15000, 2022), 'a, b');
  assert.equal(goalOf(few), undefined);
  assert.equal(goalOf(few, most), '到2022年，工业规模突破15000亿元');
});
