/**
 * What a build says while it runs: one line a stage, with its time. On a terminal the running stage is rewritten in
 * place, with a figure where the stage gives one; in a file or a pipe there are only the finished lines.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';

/** A stage shorter than this shows no figure: it would only flicker. */
const QUIET_MS = 2000;
const REDRAW_MS = 500;
const CLEAR_LINE = '\r\x1b[K';
/** Columns for a stage's name; a Chinese character takes two. */
const NAME_COLUMNS = 16;

interface Stage {
  name: string;
  started: number;
  /** When its line was last drawn. */
  drawn: number;
  figure: () => string;
  timer?: NodeJS.Timeout;
}

let running: Stage | undefined;

/** Begins a stage, and ends the one before. How far it is, `reportProgress` takes. */
export function beginStage(name: string): void {
  endStage();
  const started = performance.now();
  const stage: Stage = { name, started, drawn: started, figure: () => '' };
  running = stage;
  if (process.stdout.isTTY) stage.timer = setInterval(() => redraw(stage), REDRAW_MS).unref();
}

/**
 * Says how far the running stage is: `1200 / 3475 页`; or how to ask, which is done twice a second. Where the stage keeps the
 * program busy, so that no clock comes to draw it, it is drawn here, as seldom.
 */
export function reportProgress(figure: string | (() => string)): void {
  if (!running) return;
  running.figure = typeof figure === 'string' ? () => figure : figure;
  if (process.stdout.isTTY && performance.now() - running.drawn > REDRAW_MS) redraw(running);
}

/** Takes the line of the running stage off a terminal, so that what is printed next stands on a line of its own. */
function clearProgressLine(): void {
  if (running && process.stdout.isTTY) process.stdout.write(CLEAR_LINE);
}

/**
 * Ends the running stage and prints its line.
 * @param result what came of it, in a few words
 */
export function endStage(result = ''): void {
  if (!running) return;
  clearInterval(running.timer);
  clearProgressLine();
  console.log(stageLine(running.name, performance.now() - running.started, result));
  running = undefined;
}

/** @returns a line whose times stand under one another: `生成网页              12.3 秒　3475 页` */
export function stageLine(name: string, milliseconds: number, result = ''): string {
  const columns = [...name].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
  const time = (milliseconds / 1000).toFixed(1).padStart(7);
  return `${name}${' '.repeat(Math.max(1, NAME_COLUMNS - columns))}${time} 秒${result && `　${result}`}`;
}

function redraw(stage: Stage): void {
  const { name, started, figure } = stage;
  stage.drawn = performance.now();
  const time = stage.drawn - started;
  const said = time > QUIET_MS ? figure() : '';
  process.stdout.write(`${CLEAR_LINE}${stageLine(name, time, said)}`);
}

/** What an integration does when the pages are built; one without a name is too short for a line. */
const NAMES: Record<string, string> = { 'search-index': '建立索引', archive: '离线与归档' };

/**
 * @param integrations in their order
 * @returns the same integrations, each reporting what it does when a build is done, and before them the stages of Astro
 */
export const staged = (integrations: AstroIntegration[]): AstroIntegration[] => [
  astroStages(),
  ...integrations.map(reporting),
];

function reporting(integration: AstroIntegration): AstroIntegration {
  const done = integration.hooks['astro:build:done'];
  const name = NAMES[integration.name];
  if (!done) return integration;
  const hook: typeof done = async (context) => {
    if (name) beginStage(name);
    const logger = Object.assign(Object.create(context.logger) as AstroIntegrationLogger, {
      warn: (message: string) => {
        clearProgressLine();
        context.logger.warn(message);
      },
    });
    await done({ ...context, logger });
  };
  return { ...integration, hooks: { ...integration.hooks, 'astro:build:done': hook } };
}

/** Asked while a build writes the folder, and clears it up. */
function countPages(folder: string): number {
  try {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return paths.filter((path) => path.endsWith('.html')).length;
  } catch {
    return 0;
  }
}

function astroStages(): AstroIntegration {
  let folder = '';
  let building = false;
  return {
    name: 'stages',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
        if (building) beginStage('读取内容');
      },
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        if (building) beginStage('整理条目');
      },
      'astro:build:start': () => {
        beginStage('生成网页');
        reportProgress(() => `${countPages(folder)} 页`);
      },
      'astro:build:generated': () => endStage(`${countPages(folder)} 页`),
    },
  };
}
