/** A library of two entries and a site of three pages, in a folder of their own: what the archive's tests pack. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finishSite } from '../../src/exports/archive/integration.ts';
import { readValidLibrary } from '../../src/content/read-library.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const page = (words: string): string =>
  `<!doctype html><html lang="zh-Hans" data-root=""><title>离线</title><main>${words}</main>`;

export interface Sample {
  root: string;
  site: string;
  content: string;
}

/** Writes files, each with its folders. */
export function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/**
 * @param pages further files of the site, by path
 * @returns the folders, before the archive's step has run
 */
export function sample(pages: Record<string, string> = {}): Sample {
  const root = temporaryFolder('library-');
  write(root, {
    'site/index.html':
      '<!doctype html><html lang="zh-Hans" data-root=""><title>首页</title><p>首页',
    'site/404.html': '<!doctype html><title>没有这一页</title><p>没有这一页',
    'site/offline.html': page('<a href="downloads/archive.html">下载归档</a>'),
    'content/library.yaml':
      'id: sample\nname: 样本文库\ndescription: 两个条目\nlanguage: zh-Hans\n',
    'content/replies/one.md': '---\ntitle: 答复一\ndate: "2021-05-20"\n---\n\n正文一。\n',
    'content/replies/two.md': '---\ntitle: 答复二\ndate: 2020-12\n---\n\n正文二。\n',
    'content/original/one.txt': '正文一。\r\n',
  });
  write(join(root, 'site'), pages);
  return {
    root,
    site: join(root, 'site'),
    content: join(root, 'content'),
  };
}

/** What the step says, and whether the archive is packed. */
interface Finishing {
  said?: string[];
  warned?: string[];
  archive?: boolean;
}

/** @returns path of the zip, if any */
export async function finish(
  { site, content }: Sample,
  { said = [], warned = [], archive = true }: Finishing = {},
): Promise<string> {
  const library = await readValidLibrary(content);
  const log = (line: string) => said.push(line);
  const warn = (line: string) => warned.push(line);
  return (await finishSite({ library, site, content, archive, log, warn })) ?? 'no archive';
}
