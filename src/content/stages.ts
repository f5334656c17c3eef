/** What a build says while it runs: one line a stage, with its time; on a terminal also as it begins. */
import { readdirSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** Columns for a stage's name; a Chinese character takes two. */
const NAME_COLUMNS = 16;

let running: { name: string; started: number } | undefined;

/** Begins a stage, and ends the one before. */
export function beginStage(name: string): void {
  endStage();
  running = { name, started: performance.now() };
  if (process.stdout.isTTY) console.log(`${name}……`);
}

/**
 * Ends the running stage and prints its line.
 * @param result what came of it, in a few words
 */
export function endStage(result = ''): void {
  if (running) console.log(stageLine(running.name, performance.now() - running.started, result));
  running = undefined;
}

/** @returns a line whose times stand under one another: `生成网页              12.3 秒　3475 页` */
export function stageLine(name: string, milliseconds: number, result = ''): string {
  const columns = [...name].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
  const time = (milliseconds / 1000).toFixed(1).padStart(7);
  return `${name}${' '.repeat(Math.max(1, NAME_COLUMNS - columns))}${time} 秒${result && `　${result}`}`;
}

/** The stages of Astro, before all other integrations; what these do after the pages, they begin themselves. */
export const stages: AstroIntegration = {
  name: 'stages',
  hooks: {
    'astro:config:setup': ({ command }) => {
      if (command === 'build') beginStage('读取内容');
    },
    'astro:config:done': () => {
      if (running) beginStage('整理条目');
    },
    'astro:build:start': () => beginStage('生成网页'),
    'astro:build:generated': ({ dir }) => {
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
      endStage(`${files.filter((path) => path.endsWith('.html')).length} 页`);
    },
  },
};
