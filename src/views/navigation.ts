/** The sections of the site that stand on every page; only what the library has. */
import type { Collection, Library } from '../library/types.ts';
import { hasAwards } from './awards/awards.ts';
import { hasProgress } from './progress/progress.ts';
import {
  aboutPath,
  awardsPath,
  dataPath,
  listPath,
  mapPath,
  offlinePath,
  progressPath,
  searchPath,
  type SitePath,
} from './urls.ts';
import { collectionLabels } from './wording/labels.ts';

/** Sections that are no collection. */
const OTHERS = {
  awards: { text: '奖补', path: awardsPath },
  progress: { text: '进展', path: progressPath },
  map: { text: '脉络', path: mapPath },
  search: { text: '搜索', path: searchPath },
  data: { text: '数据', path: dataPath },
  offline: { text: '离线', path: offlinePath },
  about: { text: '说明', path: aboutPath },
};

/** What a page may say it belongs to, so that the navigation can mark it. */
export type SiteSection = Collection | keyof typeof OTHERS;

/** Those that not every library has. */
const isIn: { [name in SiteSection]?: (library: Library) => boolean } = {
  awards: hasAwards,
  progress: hasProgress,
  map: (library) => library.list('measures').length > 0,
};

/** In the header. */
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
/** In the footer. */
export const MORE: SiteSection[] = [
  'events',
  'organisations',
  'map',
  'search',
  'data',
  'offline',
  'about',
];

const isOther = (name: SiteSection): name is keyof typeof OTHERS => name in OTHERS;

/** @returns those that the library has, in the given order */
export const sectionsIn = (
  library: Library,
  names: SiteSection[],
): { name: SiteSection; text: string; path: SitePath }[] =>
  names
    .filter((name) =>
      isOther(name) ? (isIn[name]?.(library) ?? true) : library.list(name).length > 0,
    )
    .map((name) => ({
      name,
      ...(isOther(name) ? OTHERS[name] : { text: collectionLabels[name], path: listPath(name) }),
    }));
