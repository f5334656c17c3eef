/**
 * The build itself, in a process of its own, so that one which runs out of memory can be told of by the one that
 * started it (build.ts). OUT_DIR is the folder to write, CACHE_DIR one that only this build uses.
 */
import { build } from 'astro';
import { endStage } from '../content/stages.ts';
import { stop, wordsOf } from './command-line.ts';

// Whoever started this is gone: nobody would put the result in its place.
process.on('disconnect', () => process.exit(1));
try {
  const { OUT_DIR: outDir, CACHE_DIR: cacheDir } = process.env;
  await build({ root: process.cwd(), outDir: outDir!, cacheDir: cacheDir!, logLevel: 'warn' });
  endStage();
  process.exit(0);
} catch (error) {
  endStage('没有完成');
  stop(wordsOf(error));
}
