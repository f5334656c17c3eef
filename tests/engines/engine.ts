/** The engines that readers have, each driven in its own way, seen as one: a page that opens addresses and runs functions. */
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../browser/find-browser.ts';
import { launchBrowser } from '../browser/site.ts';
import { launchOldChromium, OLD_CHROMIUMS, type OldChromium } from './old-chromium.ts';
import { WebDriverSession } from './webdriver.ts';

/** `npm test` drives the first three, `npm run test:browsers` the others too. */
export const ENGINES = [
  'chromium',
  'firefox',
  'webkit',
  'chromium-109',
  'chromium-92',
  'chromium-83',
  'webkit-16',
] as const;
export type EngineName = (typeof ENGINES)[number];

/** The engines of this run: `ENGINES=chromium-83,webkit npm test engines`. */
export const chosenEngines = (): EngineName[] => {
  const asked = process.env.ENGINES?.split(',');
  return asked ? ENGINES.filter((name) => asked.includes(name)) : ENGINES.slice(0, 3);
};

export interface Engine {
  /** As the engine itself says. */
  version: string;
  /** Opens an address, in a page of this width in CSS pixels. */
  open(url: string, width: number): Promise<void>;
  /** Runs a function in the page. It must need nothing from around it, and no newer syntax than the oldest engine's. */
  evaluate<A extends unknown[], T>(fn: (...args: A) => T, ...args: A): Promise<T>;
  /** Writes a PNG of what can be seen. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

export const HEIGHT = 900;

/** The page of the harness in which WebKit shows another, since its window has a smallest width. */
export const FRAME_PAGE = 'frame-of-the-tests.html';

/**
 * Starts an engine.
 * @param frame address of `FRAME_PAGE`
 * @returns undefined where this machine has no such engine, which the caller says
 */
export async function startEngine(name: EngineName, frame: string): Promise<Engine | undefined> {
  if (name === 'webkit' || name === 'webkit-16') {
    const driver = webkitDriver(name);
    return driver && webDriverEngine(await WebDriverSession.start(driver), frame);
  }
  if (name === 'chromium') return puppeteerEngine(await (await launchBrowser('shell')).newPage());
  if (name === 'firefox') return puppeteerEngine(await (await launchBrowser('firefox')).newPage());
  const version = Number(name.replace('chromium-', '')) as OldChromium;
  if (!OLD_CHROMIUMS[version] || process.platform !== 'linux') return undefined;
  return puppeteerEngine(await launchOldChromium(version));
}

/** As root and without a graphics card WebKit starts with these only. */
const WEBKIT_ENV = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
};

/** WebKit's newest engine under a virtual display; or, for Safari 16.0's, WPE without one. */
function webkitDriver(name: 'webkit' | 'webkit-16') {
  if (name === 'webkit-16') {
    if (!existsSync('/usr/bin/WPEWebDriver') || !existsSync('/usr/bin/cog')) return undefined;
    const options = { binary: '/usr/bin/cog', args: ['--automation', '--platform=headless'] };
    const capabilities = { 'wpe:browserOptions': options };
    return { command: ['/usr/bin/WPEWebDriver'], env: WEBKIT_ENV, capabilities };
  }
  const path = findBrowser('webkit');
  if (!path) return undefined;
  const hasDisplay = process.env.DISPLAY || process.platform !== 'linux';
  const display = hasDisplay ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'];
  return { command: [...display, path], env: WEBKIT_ENV };
}

const callOf = (fn: Function, args: unknown[]): string => `(${fn})(...${JSON.stringify(args)})`;

/** An old engine that breaks answers nothing more: what waits for it fails after 30 seconds. */
const answered = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    sleep(30_000, undefined, { ref: false }).then(() => {
      throw new Error('the engine did not answer within 30 s');
    }),
  ]);

async function puppeteerEngine(page: Page): Promise<Engine> {
  const browser = page.browser();
  return {
    version: await browser.version(),
    open: async (url, width) => {
      await answered(page.setViewport({ width, height: HEIGHT }));
      await answered(page.goto(url, { waitUntil: 'load' }));
    },
    evaluate: (fn, ...args) => answered(page.evaluate(callOf(fn, args))) as never,
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: async () => {
      await answered(browser.close()).catch(() => {});
      browser.process()?.kill('SIGKILL');
    },
  };
}

const READY = 'return location.href !== "about:blank" && document.readyState === "complete"';

async function webDriverEngine(session: WebDriverSession, frame: string): Promise<Engine> {
  await session.resize(1500, HEIGHT + 100).catch(() => {});
  const intoFrame = async (): Promise<void> => {
    await session.switchTo();
    await session.switchTo('iframe');
  };
  return {
    version: session.version,
    open: async (url, width) => {
      await session.switchTo();
      await session.open(frame);
      await session.execute(
        'var f = document.querySelector("iframe"); f.style.width = arguments[0] + "px"; f.src = arguments[1];',
        [width, url],
      );
      for (let tries = 0; tries < 300; tries++) {
        // A frame that has gone elsewhere is another to the driver.
        const ready = await intoFrame()
          .then(() => session.execute<boolean>(READY))
          .catch(() => false);
        if (ready) return;
        await sleep(50);
      }
      throw new Error(`${url} was not loaded within 15 s`);
    },
    evaluate: (fn, ...args) => session.execute(`return ${callOf(fn, args)}`),
    screenshot: async (file) => writeFileSync(file, await session.screenshot()),
    close: () => session.close(),
  };
}

/**
 * Asks the page again and again until the answer is true.
 * @throws Error with what was waited for, after 20 seconds
 */
export async function waitUntil<A extends unknown[]>(
  engine: Engine,
  what: string,
  fn: (...args: A) => boolean,
  ...args: A
): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    if (await engine.evaluate(fn, ...args).catch(() => false)) return;
    await sleep(50);
  }
  throw new Error(`not within 20 seconds: ${what}`);
}
