/** What every browser test begins with: the built site on a loopback port, and a browser. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { serveFolder, type Served, type ServeOptions } from '../../src/commands/static-server.ts';
import { findBrowser, type BrowserName } from './find-browser.ts';

/** The site that `npm test` has built. */
export const builtSite = resolve(process.env.OUT_DIR ?? 'dist');

/** Serves the built site, or another folder. */
export function serveSite(options: ServeOptions & { folder?: string } = {}): Promise<Served> {
  const { folder = builtSite, ...rest } = options;
  if (!existsSync(folder)) throw new Error(`${folder} is not built: run npm run build first`);
  return serveFolder(folder, rest);
}

/**
 * Serves the site under a name of this machine that is no preview's address, where the app is what it is on a host.
 * Chromium takes such names for itself and for secure.
 */
export async function serveApp(options: ServeOptions & { folder?: string } = {}): Promise<Served> {
  const served = await serveSite(options);
  return { ...served, url: served.url.replace('127.0.0.1', 'library.localhost') };
}

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a real browser without a window.
 * @param name `shell`, where it is installed, is what tests take that need no more than pages
 */
export async function launchBrowser(name: BrowserName = 'shell'): Promise<Browser> {
  const shell =
    name === 'shell' && !process.env['CHROMIUM_PATH'] ? findBrowser('shell') : undefined;
  if (shell) return launch({ executablePath: shell, headless: 'shell', args: CHROMIUM_ARGS });
  const executablePath = findBrowser(name === 'firefox' ? 'firefox' : 'chromium');
  if (!executablePath) throw new Error(`no ${name} on this machine: npm test installs it`);
  if (name === 'firefox') return launch({ browser: 'firefox', executablePath, headless: true });
  return launch({ executablePath, headless: true, args: CHROMIUM_ARGS });
}
