/** The site's build, as a table of contents. */
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { archive } from './src/exports/archive/integration.ts';
import { clientScripts } from './src/client/bundling/bundle.ts';
import { documents } from './src/content/integration.ts';
import { searchIndex } from './src/search/build/integration.ts';
import { stages } from './src/content/stages.ts';
import { syntaxPlugins } from './src/text/syntax.ts';

/** The oldest that a page is styled for; lightningcss wants a version as its first byte of three. */
const CSS_TARGETS = { chrome: 83 << 16, firefox: 115 << 16, safari: 16 << 16 };

export default defineConfig({
  outDir: process.env.OUT_DIR ?? 'dist',
  // A page is rendered while others are being written.
  build: { format: 'file', inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  // Astro's extension for VS Code checks frontmatter by what this writes into .astro/collections.
  experimental: { contentIntellisense: true },
  // For the site's own prose (src/views/prose): the dialect of the content, and no typographer's changes.
  markdown: {
    processor: unified({ gfm: false, smartypants: false, remarkPlugins: syntaxPlugins }),
    syntaxHighlight: false,
  },
  integrations: [
    stages,
    documents,
    mdx(),
    // A script may name those after it.
    clientScripts({
      app: 'src/client/app/register.ts',
      keep: 'src/client/app/keep-controls.ts',
      early: 'src/client/preferences/early.ts',
      reader: 'src/client/reading/reader.ts',
      preferences: 'src/client/preferences/dialog.ts',
      document: 'src/client/reading/document.ts',
      hits: 'src/client/reading/highlight-search-hits.ts',
      search: 'src/search/ui/search.ts',
      engine: 'src/search/engine/engine.ts',
    }),
    // A thread builds it from the first page on: so it is waited for when all else is written.
    searchIndex(() => globalThis.currentLibrary.library),
    archive(() => globalThis.currentLibrary),
  ],
  vite: {
    css: {
      // Written for the browsers of docs/browsers.md: nesting, logical shorthands and `light-dark()` compiled.
      transformer: 'lightningcss',
      lightningcss: { targets: CSS_TARGETS, errorRecovery: true },
    },
    build: {
      assetsInlineLimit: 0,
      cssMinify: 'lightningcss',
      cssTarget: ['chrome83', 'firefox115', 'safari16'],
    },
  },
});
