/**
 * `npm run build`: builds the site beside the last one and puts it in its place only when it is whole.
 * CONTENT_DIR chooses another library, OUT_DIR another folder for the result.
 */
import { build } from 'astro';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ContentError } from '../reading/print-problems.ts';

const target = resolve(process.env.OUT_DIR ?? 'dist');
const beside = (suffix: string): string => join(dirname(target), `.${basename(target)}-${suffix}`);
const staging = beside('next');
const former = beside('former');

async function replaceTarget(): Promise<void> {
  await rm(former, { recursive: true, force: true });
  const had = existsSync(target);
  if (had) await rename(target, former);
  try {
    await rename(staging, target);
  } catch (error) {
    if (had) await rename(former, target);
    throw error;
  }
  await rm(former, { recursive: true, force: true });
}

/** An author needs the list of faults; a stack is for whoever mends the software. */
const said = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  return error.name === ContentError.name ? error.message : (error.stack ?? error.message);
};

process.env.ASTRO_TELEMETRY_DISABLED = '1';
try {
  await rm(staging, { recursive: true, force: true });
  await build({ root: process.cwd(), outDir: staging });
  await replaceTarget();
  console.log(`Built ${target}`);
} catch (error) {
  await rm(staging, { recursive: true, force: true });
  console.error(said(error));
  console.error(
    `The build failed; ${existsSync(target) ? `${target} is as it was` : 'nothing was written'}.`,
  );
  process.exit(1);
}
