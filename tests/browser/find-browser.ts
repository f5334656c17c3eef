/** Finds the browsers that the tests drive, or gets them where the machine's package manager can. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** `shell` is Chromium's own engine without the interface of a window, at half the cost of a tab. */
export type BrowserName = 'chromium' | 'shell' | 'firefox' | 'webkit';

const NAMES: Record<BrowserName, { variable: string; paths: string[] }> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  shell: { variable: 'CHROMIUM_SHELL_PATH', paths: ['/usr/bin/chromium-headless-shell'] },
  firefox: {
    variable: 'FIREFOX_PATH',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
  /** A WebDriver of WebKit: Debian's, or Safari's own. */
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    paths: ['/usr/bin/WebKitWebDriver', '/usr/bin/safaridriver'],
  },
};

/** @returns the path of an installed browser, or undefined */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, paths } = NAMES[name];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  return paths.find((path) => existsSync(path));
}

const hasCjkFont = (): boolean =>
  Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim());

const runs = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * Makes sure that both browsers and a Chinese font are there, installing Debian's packages where that
 * is possible without asking.
 * @throws Error that says what to install by hand
 */
export function ensureBrowsers(): void {
  const missing = [
    ...(findBrowser('chromium') ? [] : ['chromium']),
    ...(findBrowser('firefox') ? [] : ['firefox-esr']),
    ...(process.platform === 'linux' && !hasCjkFont() ? ['fonts-noto-cjk'] : []),
  ];
  installPackages(
    missing,
    'The browser tests need more; name installed browsers in CHROMIUM_PATH and FIREFOX_PATH.',
  );
  if (!findBrowser('shell') && !process.env['CHROMIUM_PATH'])
    installIfPossible(
      ['chromium-headless-shell'],
      'No chromium-headless-shell here: the tests take the whole browser, which is slower.',
    );
  if (!findBrowser('webkit'))
    installIfPossible(
      ['webkit2gtk-driver', 'xvfb', 'xauth'],
      'No WebKit here (WEBKIT_DRIVER_PATH names its WebDriver): the tests of engines go without it.',
    );
}

/** WebKit of Safari 16.0, which only some releases of Debian have. Older Chromiums are fetched as npm packages. */
export function ensureOldBrowsers(): void {
  if (!existsSync('/usr/bin/WPEWebDriver'))
    installIfPossible(
      ['wpewebkit-driver', 'cog'],
      'No WebKit of Safari 16.0 here (Debian 12 has it): the tests of engines go without it.',
    );
}

function installIfPossible(packages: readonly string[], otherwise: string): void {
  try {
    installPackages(packages, otherwise);
  } catch {
    console.log(otherwise);
  }
}

/**
 * Installs Debian's packages, where that is possible without asking.
 * @param missing names of packages; nothing is done where there are none
 * @param need whose need it is, for the error
 * @throws Error that says what to install by hand
 */
export function installPackages(missing: readonly string[], need: string): void {
  if (missing.length === 0) return;
  const root = process.getuid?.() === 0;
  const before = root ? [] : runs('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
  if (!before || !existsSync('/usr/bin/apt-get'))
    throw new Error(`${need} Debian's packages: ${missing.join(', ')}.`);
  console.log(`Installing ${missing.join(', ')} …`);
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]) {
    const [command, ...rest] = [...before, 'apt-get', ...args] as [string, ...string[]];
    execFileSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}
