/** The site's build, as a table of contents. */
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { documents } from './src/markdown/integration.ts';
import { syntaxPlugins } from './src/markdown/syntax.ts';
import { portable } from './src/portable/integration.ts';

const { integration: library, remarkPlugin } = documents();

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
  integrations: [library, mdx(), portable()],
  vite: { build: { assetsInlineLimit: 0 } },
});
