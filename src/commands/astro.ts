/** Runs Astro's own command line, as `npm run dev` and `npm run check` do, without its telemetry. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const cli = join(
  dirname(fileURLToPath(import.meta.resolve('astro/package.json'))),
  'bin/astro.mjs',
);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// In this process: whoever ends it ends the server.
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
