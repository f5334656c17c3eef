/** What lets others find the library, and hear of what is new in it. */
import type { Form } from '../form.ts';
import { atom } from './atom.ts';
import { llms } from './llms.ts';
import { openSearch } from './open-search.ts';
import { robots, sitemap } from './sitemap.ts';

const NAMES = new Set(['atom.xml', 'llms.txt', 'opensearch.xml', 'robots.txt', 'sitemap.xml']);

export const feeds: Form = {
  name: '订阅与发现',
  makes: (path) => NAMES.has(path),
  *files(site) {
    const { address } = site.config;
    const feed = atom(site);
    if (feed) yield ['atom.xml', feed];
    yield ['llms.txt', llms(site)];
    yield ['robots.txt', robots(address)];
    if (!address) return;
    yield ['sitemap.xml', sitemap(site, address)];
    yield ['opensearch.xml', openSearch(site.config, address)];
  },
};
