/**
 * Chromiums of other years, to see what a reader with one sees. They are no dependencies of the project: npm packages that
 * hold one are fetched when `npm run test:browsers` asks for them, into `.cache/browsers`, each with the Puppeteer of its time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { launch, Page } from 'puppeteer-core';
import { temporaryFolder } from '../temporary-folder.ts';

const CACHE = resolve('.cache/browsers');

export const OLD_CHROMIUMS = {
  83: { holder: 'chrome-aws-lambda', version: '3.1.1', puppeteer: '3.1.0' },
  92: { holder: 'chrome-aws-lambda', version: '10.1.0', puppeteer: '10.1.0' },
  109: { holder: '@sparticuz/chromium', version: '109.0.6', puppeteer: '19.6.0' },
} as const;

export type OldChromium = keyof typeof OLD_CHROMIUMS;

/** These builds were made for a machine without a display, a sandbox or a second process. */
const ARGS = [
  '--headless',
  '--single-process',
  '--no-zygote',
  '--no-sandbox',
  '--disable-gpu',
  '--allow-file-access-from-files=false',
];

/** The folder of a version's browser and Puppeteer; fetched and unpacked where it is not there yet. */
function fetchChromium(version: OldChromium): string {
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const { holder, version: held, puppeteer } = OLD_CHROMIUMS[version];
  const partly = `${folder}.${process.pid}`;
  mkdirSync(partly, { recursive: true });
  writeFileSync(join(partly, 'package.json'), '{ "private": true }');
  const packages = [`${holder}@${held}`, `puppeteer-core@${puppeteer}`];
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent', '--no-package-lock'];
  execFileSync('npm', ['install', ...options, ...packages], { cwd: partly, stdio: 'inherit' });
  const bin = join(partly, 'node_modules', holder, 'bin');
  const unpack = (name: string): Buffer => brotliDecompressSync(readFileSync(join(bin, name)));
  writeFileSync(join(partly, 'chromium'), unpack('chromium.br'), { mode: 0o755 });
  for (const name of ['aws.tar.br', 'swiftshader.tar.br'])
    execFileSync('tar', ['xf', '-', '-C', partly], { input: unpack(name) });
  if (!existsSync(folder)) renameSync(partly, folder);
  return folder;
}

/** These builds, in one process, sometimes turn in circles as they start: then they are ended and started again. */
const START_MS = 20_000;
const TRIES = 4;

/**
 * Starts a Chromium of another year.
 * @returns its first page, which has answered
 * @throws Error where npm cannot fetch it, or where it does not start in four tries
 */
export async function launchOldChromium(version: OldChromium): Promise<Page> {
  const folder = fetchChromium(version);
  const puppeteer = createRequire(join(folder, 'package.json'))('puppeteer-core') as {
    launch: typeof launch;
  };
  const libraries = [folder, join(folder, 'lib'), process.env.LD_LIBRARY_PATH];
  for (let tries = 0; tries < TRIES; tries++) {
    const profile = temporaryFolder(`chromium-${version}-`);
    const end = (): void => void spawnSync('pkill', ['-KILL', '-f', profile]);
    process.once('exit', end);
    const starting = puppeteer
      .launch({
        executablePath: join(folder, 'chromium'),
        args: [...ARGS, `--user-data-dir=${profile}`],
        headless: true,
        env: { ...process.env, LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') },
      })
      .then(async (browser) => {
        const page = await browser.newPage();
        await page.evaluate('1');
        return page;
      });
    const page = await Promise.race([
      starting.catch(() => undefined),
      sleep(START_MS, undefined, { ref: false }),
    ]);
    if (page) return page;
    end();
  }
  throw new Error(`Chromium ${version} did not start in ${TRIES} tries of ${START_MS / 1000} s`);
}
