/** The pages that are to be found: all but the ones that hold nothing of their own. */
import { COLLECTIONS } from '../../library/types.ts';
import type { Library } from '../../library/types.ts';
import { hasAwards } from '../../views/awards/awards.ts';
import { hasProgress } from '../../views/progress/progress.ts';
import { hasMeasureMap } from '../../views/measure-map/measure-map.ts';
import {
  aboutPath,
  awardsPath,
  dataPath,
  homePath,
  listPath,
  mapPath,
  offlinePath,
  pagePath,
  progressPath,
  searchPath,
  type SitePath,
} from '../../views/urls.ts';

/** @returns paths in the order of the navigation, then every entry's */
export function findablePages(library: Library): SitePath[] {
  return [
    homePath,
    ...COLLECTIONS.filter((name) => library.list(name).length > 0).map(listPath),
    ...(hasAwards(library) ? [awardsPath] : []),
    ...(hasProgress(library) ? [progressPath] : []),
    ...(hasMeasureMap(library) ? [mapPath] : []),
    searchPath,
    dataPath,
    offlinePath,
    aboutPath,
    ...[...library.entries.keys()].map(pagePath),
  ];
}
