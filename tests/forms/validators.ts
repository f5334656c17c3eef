/** The validators of the forms: Debian's xmllint and EPUBCheck, and schemas of standards where copies are at hand. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { installPackages } from '../browser/find-browser.ts';

const EPUBCHECK = process.env.EPUBCHECK_JAR ?? '/usr/share/java/epubcheck.jar';

const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

/**
 * Makes sure that the validators are there, installing Debian's packages where that is possible without asking.
 * @throws Error that says what to install by hand
 */
export function ensureValidators(): void {
  installPackages(
    [
      ...(has('xmllint', '--version') ? [] : ['libxml2-utils']),
      ...(existsSync(EPUBCHECK) && has('java', '-version') ? [] : ['epubcheck']),
    ],
    'The tests of the forms need xmllint and EPUBCheck (EPUBCHECK_JAR names its jar).',
  );
}

/** Schemas that are not ours to hand on: the environment variable that names a copy, and a copy's usual name. */
const SCHEMAS = {
  akomaNtoso: ['AKN_SCHEMA', 'akomantoso30.xsd'],
  /** RFC 4287, appendix B, in RELAX NG's XML syntax. */
  atom: ['ATOM_SCHEMA', 'atom.rng'],
  /** Frictionless Data's profile of `datapackage.json`, version 1. */
  dataPackage: ['DATA_PACKAGE_SCHEMA', 'datapackage-1.json'],
  githubWorkflow: ['GITHUB_WORKFLOW_SCHEMA', 'github-workflow.json'],
  gitlabCi: ['GITLAB_CI_SCHEMA', 'gitlab-ci.json'],
} as const;

/**
 * @param t the test, which says so where it had no schema
 * @returns the schema's path
 */
export function schemaOf(name: keyof typeof SCHEMAS, t: TestContext): string | undefined {
  const [variable, file] = SCHEMAS[name];
  const found = [process.env[variable], resolve('../shared/schemas', file)].find(
    (path) => path && existsSync(path),
  );
  if (!found) t.diagnostic(`no schema at hand (${variable} names one): not validated by ${file}`);
  return found;
}

/** @returns what xmllint finds wrong with the files; empty where nothing is */
export function xmlFaults(files: readonly string[], schema?: string): string {
  const language = schema?.endsWith('.rng') ? '--relaxng' : '--schema';
  const faults: string[] = [];
  for (let at = 0; at < files.length; at += 500) {
    const some = files.slice(at, at + 500);
    const options = ['--noout', ...(schema ? [language, schema] : [])];
    const { stderr, error } = spawnSync('xmllint', [...options, ...some], { encoding: 'utf8' });
    if (error) throw error;
    faults.push(...stderr.split('\n').filter((line) => line && !line.endsWith(' validates')));
  }
  return faults.join('\n');
}

/** @returns what EPUBCheck says, and whether it found no error and no warning */
export function checkEpub(file: string): { sound: boolean; said: string } {
  const args = ['-jar', EPUBCHECK, '--failonwarnings', file];
  const { status, stdout, stderr, error } = spawnSync('java', args, { encoding: 'utf8' });
  if (error) throw error;
  return { sound: status === 0, said: stdout + stderr };
}
