/** The ways through the site that stand on every page; only what the library has. */
import type { Collection, Library } from '../../library/types.ts';
import { hasAwards } from '../awards/awards.ts';
import { collectionLabels } from '../wording/labels.ts';
import { hasMeasureMap } from '../measure-map/measure-map.ts';
import { hasProgress } from '../progress/progress.ts';
import {
  aboutPath,
  awardsPath,
  dataPath,
  href,
  listPath,
  mapPath,
  offlinePath,
  progressPath,
  searchPath,
  type Href,
  type SitePath,
} from '../urls.ts';

/** What a page may say it belongs to, so that the navigation can mark it. */
export type Place =
  Collection | 'awards' | 'progress' | 'map' | 'about' | 'search' | 'offline' | 'data';

export interface NavigationLink {
  text: string;
  href: Href;
  current: boolean;
}

const HEADER: Place[] = [
  'replies',
  'policies',
  'measures',
  'clusters',
  'chains',
  'awards',
  'progress',
  'terms',
];
const FOOTER: Place[] = ['events', 'organisations', 'map', 'search', 'data', 'offline', 'about'];

const overviews = {
  awards: { text: '奖补', path: awardsPath },
  progress: { text: '进展', path: progressPath },
  map: { text: '脉络', path: mapPath },
  search: { text: '搜索', path: searchPath },
  data: { text: '数据', path: dataPath },
  offline: { text: '离线', path: offlinePath },
  about: { text: '说明', path: aboutPath },
};

const isOverview = (place: Place): place is keyof typeof overviews => place in overviews;

function exists(library: Library, place: Place): boolean {
  if (place === 'awards') return hasAwards(library);
  if (place === 'progress') return hasProgress(library);
  if (place === 'map') return hasMeasureMap(library);
  return isOverview(place) || library.list(place).length > 0;
}

const links = (library: Library, page: SitePath, places: Place[], here?: Place): NavigationLink[] =>
  places
    .filter((place) => exists(library, place))
    .map((place) => {
      const { text, path } = isOverview(place)
        ? overviews[place]
        : { text: collectionLabels[place], path: listPath(place) };
      return { text, href: href(page, path), current: place === here };
    });

/** Links of the header. */
export const headerLinks = (library: Library, page: SitePath, here?: Place): NavigationLink[] =>
  links(library, page, HEADER, here);

/** Links of the footer. */
export const footerLinks = (library: Library, page: SitePath, here?: Place): NavigationLink[] =>
  links(library, page, FOOTER, here);
