/** The files at the site's root that speak of the whole library; as `document-files.ts`, the only list of them. */
import { WEB_MANIFEST, webManifest } from '../client/app/app-files.ts';
import type { ValidLibrary } from '../content/read-library.ts';
import { bookPath } from '../views/urls.ts';
import { dataPackage } from './data/files.ts';
import { book } from './epub/book.ts';
import { atom, hasFeed } from './feeds/atom.ts';
import { llms, openSearch, robots, sitemap } from './feeds/discovery.ts';
import { redirects } from './former-addresses.ts';

export interface LibraryFile {
  path: string;
  /** What the page 数据 says of it; none for a file that only programs ask for by its name. */
  title?: string;
  /** Whether a library has it; without this, every one does. */
  isIn?: (site: ValidLibrary) => boolean;
  content: (site: ValidLibrary) => string | Uint8Array | Promise<string | Uint8Array>;
}

const hasAddress = ({ config }: ValidLibrary): boolean => config.address !== undefined;

export const LIBRARY_FILES: readonly LibraryFile[] = [
  {
    path: 'datapackage.json',
    title: '数据包说明（Frictionless Data Package）：每个文件的大小、SHA-256 和每张表的字段',
    content: dataPackage,
  },
  { path: bookPath, title: '整个文库的电子书，EPUB 3', content: book },
  { path: 'atom.xml', title: '新增和更新，Atom 订阅源', isIn: hasFeed, content: atom },
  { path: 'llms.txt', title: '全库目录，供程序和语言模型读', content: llms },
  { path: WEB_MANIFEST, content: ({ config }) => webManifest(config) },
  { path: 'robots.txt', content: ({ config }) => robots(config) },
  // They hold whole addresses only.
  {
    path: 'sitemap.xml',
    isIn: hasAddress,
    content: (site) => sitemap(site, site.config.address!),
  },
  {
    path: 'opensearch.xml',
    isIn: hasAddress,
    content: (site) => openSearch(site, site.config.address!),
  },
  { path: '_redirects', isIn: (site) => redirects(site) !== '', content: redirects },
];
