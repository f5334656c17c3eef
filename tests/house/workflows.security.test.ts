/** The workflows for two forges say what a forge understands, and call commands that there are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { schemaOf } from '../forms/validators.ts';

interface Job {
  needs?: string | string[];
  steps?: { run?: string; uses?: string }[];
  script?: string[];
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
const NOT_JOBS = ['default', 'workflow'];
const github = parse(readFileSync('.github/workflows/library.yml', 'utf8')) as {
  jobs: Record<string, Job>;
};
const gitlab = parse(readFileSync('.gitlab-ci.yml', 'utf8')) as Record<string, Job>;
const FORGES = [
  { name: 'githubWorkflow', workflow: github, jobs: github.jobs },
  {
    name: 'gitlabCi',
    workflow: gitlab,
    jobs: Object.fromEntries(Object.entries(gitlab).filter(([name]) => !NOT_JOBS.includes(name))),
  },
] as const;

for (const { name, workflow, jobs } of FORGES) {
  test(`${name}: the file keeps to the forge's schema`, (t) => {
    const schema = schemaOf(name, t);
    if (!schema) return;
    // They are schemas for editors, with keywords and formats of their own.
    const ajv = new Ajv({ strict: false, logger: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    assert.ok(validate(workflow), ajv.errorsText(validate.errors));
  });

  test(`${name}: it checks, builds and publishes, by commands that there are`, () => {
    const commands = Object.values(jobs).flatMap(({ steps = [], script = [] }) => [
      ...steps.flatMap(({ run }) => run ?? []),
      ...script,
    ]);
    const called = commands.flatMap((line) => /npm run ([\w:-]+)/u.exec(line)?.[1] ?? []);
    assert.deepEqual(called, ['check', 'build']);
    for (const one of called) assert.ok(scripts[one], one);
    const needed = Object.values(jobs).flatMap(({ needs = [] }) => needs);
    assert.deepEqual(needed, ['build']);
    for (const one of needed) assert.ok(jobs[one], one);
  });
}

test('every action is pinned by its commit, and no package runs a script of its own', () => {
  const steps = Object.values(github.jobs).flatMap((job) => job.steps ?? []);
  for (const uses of steps.flatMap((step) => step.uses ?? []))
    assert.match(uses, /@[0-9a-f]{40}$/u);
  const installs = [
    ...steps.flatMap(({ run }) => run ?? []),
    ...Object.values(gitlab).flatMap(({ script }) => script ?? []),
  ].filter((line) => line.startsWith('npm ci'));
  assert.equal(installs.length, 2);
  for (const line of installs) assert.match(line, /--ignore-scripts/u);
});
