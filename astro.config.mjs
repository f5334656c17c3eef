/** The site's build, as a table of contents. */
import { defineConfig } from 'astro/config';
import { archive } from './src/archive/integration.ts';
import { clientScripts } from './src/client-scripts/integration.ts';
import { data } from './src/data/integration.ts';
import { forms } from './src/forms/integration.ts';
import { portable } from './src/portable/integration.ts';
import { documents } from './src/reading/integration.ts';
import { searchIndex } from './src/search/integration.ts';

const { integration: library, current } = documents();

export default defineConfig({
  outDir: process.env.OUT_DIR ?? 'dist',
  build: { format: 'file', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [
    library,
    clientScripts({
      app: 'src/app/register.ts',
      early: 'src/preferences/early.ts',
      preferences: 'src/preferences/dialog.ts',
      reader: 'src/reader/reader.ts',
      landing: 'src/reader/landing.ts',
      search: 'src/search/search.ts',
      engine: 'src/search/engine/main.ts',
    }),
    portable(() => current().config.address),
    data(() => current().library),
    forms(current),
    searchIndex(),
    archive(current),
  ],
  // Chromium 109 is the last for Windows 7: newer CSS is written for it too where that can be.
  vite: { build: { assetsInlineLimit: 0, cssTarget: ['chrome109', 'firefox115', 'safari16'] } },
});
