/** The sections of the site that stand on every page; only what the library has. */
import type { Collection, Library } from '../library/types.ts';
import { hasAwards } from './awards/awards.ts';
import { hasProgress } from './progress/progress.ts';
import { sitePath } from './urls.ts';
import { collectionLabels } from './wording/labels.ts';

/** Each is a page of the root folder, of the same name: a collection's list, or another. */
const LABELS = {
  ...collectionLabels,
  awards: '奖补',
  progress: '进展',
  map: '脉络',
  search: '搜索',
  data: '数据',
  offline: '离线',
  about: '说明',
};

/** What a page may say it belongs to, so that the navigation can mark it. */
export type SiteSection = keyof typeof LABELS;

/** In the header, and in the footer. */
export const MAIN: SiteSection[] = [
  'replies',
  'policies',
  'measures',
  'clusters',
  'chains',
  'awards',
  'progress',
  'terms',
];
export const MORE: SiteSection[] = [
  'events',
  'organisations',
  'map',
  'search',
  'data',
  'offline',
  'about',
];

function isIn(library: Library, name: SiteSection): boolean {
  if (name === 'awards') return hasAwards(library);
  if (name === 'progress') return hasProgress(library);
  const kind = name === 'map' ? 'measures' : name;
  return !(kind in collectionLabels) || library.list(kind as Collection).length > 0;
}

/** @returns those that the library has, in the given order */
export const sectionsIn = (library: Library, names: SiteSection[]) =>
  names
    .filter((name) => isIn(library, name))
    .map((name) => ({ name, text: LABELS[name], path: sitePath(`${name}.html`) }));
