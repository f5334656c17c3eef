/** The site's build, as a table of contents. */
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { archive } from './src/archive/integration.ts';
import { clientScripts } from './src/client-scripts/integration.ts';
import { data } from './src/data/integration.ts';
import { documents } from './src/markdown/integration.ts';
import { syntaxPlugins } from './src/text/syntax.ts';
import { portable } from './src/portable/integration.ts';
import { searchIndex } from './src/search/integration.ts';

const { integration: library, remarkPlugin, current } = documents();

export default defineConfig({
  outDir: process.env.OUT_DIR ?? 'dist',
  build: { format: 'file', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: {
    // Sätteri, the default, runs no remark plugin; smart punctuation would rewrite the originals.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [...syntaxPlugins, remarkPlugin],
    }),
    syntaxHighlight: false,
  },
  integrations: [
    library,
    mdx(),
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
    searchIndex(),
    archive(current),
  ],
  // Chromium 109 is the last for Windows 7: newer CSS is written for it too where that can be.
  vite: { build: { assetsInlineLimit: 0, cssTarget: ['chrome109', 'firefox115', 'safari16'] } },
});
