/**
 * The one place where addresses are made. A page is named by its path from the site's root; a link
 * is always relative, so that the site works in any folder and from the file system.
 */
import type { Collection, EntryKey } from '../library/types.ts';

declare const fromRoot: unique symbol;
declare const relative: unique symbol;

/** A file's path from the root of the site: `policies/three-year-plan.html`. */
export type SitePath = string & { readonly [fromRoot]: true };

/** A link as it stands in a page: `../policies/three-year-plan.html#p3`. */
export type Href = string & { readonly [relative]: true };

/** A link with the words that it stands on. */
export interface Link {
  text: string;
  href: Href;
}

/** Names a file of the site that is neither an entry nor a list, e.g. a script. */
export const sitePath = (path: string): SitePath => path as SitePath;

/**
 * The page that is asked for by an address on this host.
 * @param pathname with or without the ending: `/replies/2021-46.html`, `/`
 */
export function pageOf(pathname: string): SitePath {
  const path = decodeURI(pathname)
    .replace(/^\//u, '')
    .replace(/\.html$/u, '');
  return sitePath(path === '' ? 'index.html' : `${path}.html`);
}

/** The page of an entry. */
export const pagePath = (key: EntryKey): SitePath => sitePath(`${key}.html`);

/** The page that lists a collection. */
export const listPath = (collection: Collection): SitePath => sitePath(`${collection}.html`);

/** A page's path as Astro takes it, without its ending. */
export const routeOf = (page: SitePath): string => page.replace(/\.html$/u, '');

export const homePath = sitePath('index.html');
export const awardsPath = sitePath('awards.html');
export const progressPath = sitePath('progress.html');
export const mapPath = sitePath('map.html');
export const aboutPath = sitePath('about.html');
export const searchPath = sitePath('search.html');
export const offlinePath = sitePath('offline.html');
/** 数据: the page that describes the files for programs. */
export const dataPath = sitePath('data.html');
/** The library as a book. */
export const bookPath = sitePath('library.epub');
export const notFoundPath = sitePath('404.html');

/**
 * The way from a page up to the root of the site.
 * @returns `''` for a page in the root, `'../'` for a page one folder down
 */
export const rootOf = (page: SitePath): string => '../'.repeat(page.split('/').length - 1);

/**
 * The link from one page to another.
 * @param from the page that the link stands in
 * @param to the file it leads to
 * @param fragment an id on that page, without `#`
 */
export function href(from: SitePath, to: SitePath, fragment?: string): Href {
  const hash = fragment ? `#${fragment}` : '';
  if (from === to && hash) return hash as Href;
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return `${'../'.repeat(here.length)}${there.join('/')}${hash}` as Href;
}

/** The link to an entry's page, on its title. */
export const linkTo = (from: SitePath, { key, title }: { key: EntryKey; title: string }): Link => ({
  text: title,
  href: href(from, pagePath(key)),
});

/**
 * The address that opens an entry's file in VS Code; only pages shown by `npm run dev` have it.
 * @param folder the content folder's absolute path, of either system
 * @param file the entry's file in it
 */
export function editorHref(folder: string, file: string): string {
  const path = `${folder}/${file}`.replaceAll('\\', '/');
  return `vscode://file${encodeURI(path.startsWith('/') ? path : `/${path}`)}`;
}
