/** The validators of the forms: Debian's xmllint and EPUBCheck, and the schema of Akoma Ntoso where there is one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
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

/** The schema `akomantoso30.xsd`, which is not ours to hand on: AKN_SCHEMA names a copy. */
export function akomaNtosoSchema(): string | undefined {
  return [process.env.AKN_SCHEMA, resolve('../shared/schemas/akomantoso30.xsd')].find(
    (path) => path && existsSync(path),
  );
}

/** @returns what xmllint finds wrong with the files; empty where nothing is */
export function xmlFaults(files: readonly string[], schema?: string): string {
  const faults: string[] = [];
  for (let at = 0; at < files.length; at += 500) {
    const some = files.slice(at, at + 500);
    const options = ['--noout', ...(schema ? ['--schema', schema] : [])];
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
