/**
 * What the library is measured against: a plain Astro project of the same texts, one page each and a
 * list, with Markdown by unified; the same in Hugo, where it is installed (Debian's package `hugo`); and Pagefind as it
 * comes. They borrow this repository's packages.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from './process-tree.ts';

const FILES: Record<string, string> = {
  'package.json': '{ "name": "plain", "private": true, "type": "module" }\n',
  'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';

export default defineConfig({
  build: { format: 'file' },
  cacheDir: './cache',
  vite: { cacheDir: './cache/vite' },
  markdown: { processor: unified({}), syntaxHighlight: false },
});
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  policies: defineCollection({
    loader: glob({ pattern: '*.md', base: './content/policies' }),
    schema: z.object({ title: z.string() }),
  }),
};
`,
  'src/pages/policies.astro': `---
import { getCollection } from 'astro:content';
const policies = await getCollection('policies');
---
<!doctype html>
<html lang="zh-Hans">
  <head><meta charset="utf-8" /><title>政策</title></head>
  <body>
    <ul>{policies.map(({ id, data }) => <li><a href={\`policies/\${id}.html\`}>{data.title}</a></li>)}</ul>
  </body>
</html>
`,
  'src/pages/policies/[id].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const policies = await getCollection('policies');
  return policies.map((policy) => ({ params: { id: policy.id }, props: { policy } }));
}
const { policy } = Astro.props;
const { Content } = await render(policy);
---
<!doctype html>
<html lang="zh-Hans">
  <head><meta charset="utf-8" /><title>{policy.data.title}</title></head>
  <body>
    <main data-pagefind-body><h1>{policy.data.title}</h1><Content /></main>
  </body>
</html>
`,
};

const HUGO_FILES: Record<string, string> = {
  'config.toml': `baseURL = "/"
uglyURLs = true
publishDir = "dist"
disableKinds = ["RSS", "taxonomy", "term", "sitemap"]
`,
  'layouts/_default/single.html': `<!doctype html>
<html lang="zh-Hans">
  <head><meta charset="utf-8"><title>{{ .Title }}</title></head>
  <body>
    <main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main>
  </body>
</html>
`,
  'layouts/_default/list.html': `<!doctype html>
<html lang="zh-Hans">
  <head><meta charset="utf-8"><title>政策</title></head>
  <body>
    <ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
  </body>
</html>
`,
};

/** Stock Pagefind's index in the built site. */
export const STOCK_INDEX = 'stock';

/** The file that a package's command runs. */
function binOf(name: string, command = name): string {
  const manifest = resolve('node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]!);
}

function writeSite(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Writes the Astro project; `content` is the content folder that all sides read. */
export function writePlainSite(folder: string, content: string): void {
  writeSite(folder, FILES);
  symlinkSync(resolve(content), join(folder, 'content'), 'junction');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Writes the Hugo project. Hugo follows no link to its content: the texts are copied. */
export function writeHugoSite(folder: string, content: string): void {
  writeSite(folder, HUGO_FILES);
  cpSync(content, join(folder, 'content'), { recursive: true });
}

/** Hugo's version, `0.111.3`; undefined where it is not installed. */
export const hugoVersion = (): string | undefined =>
  /v([\d.]+)/u.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1];

export const hugoBuild = (folder: string): Command => ({
  name: 'The build of Hugo',
  program: 'hugo',
  args: ['--quiet'],
  cwd: folder,
});

export const plainBuild = (folder: string): Command => ({
  name: 'The build of plain Astro',
  args: [binOf('astro'), 'build'],
  cwd: folder,
});

export const stockIndex = (folder: string): Command => ({
  name: 'Stock Pagefind',
  args: [binOf('pagefind'), '--site', join(folder, 'dist'), '--output-subdir', STOCK_INDEX],
  cwd: folder,
});
