/**
 * The graph as JSON-LD: what an entry is in schema.org's terms, and how entries relate in those of Dublin Core
 * (dublincore.org), since schema.org has no relation between any two things. The context is in the file, so that it is
 * read without a network.
 */
import { addressFor } from '../head/address.ts';
import { typedEntry, type Thing } from '../head/structured-data.ts';
import type { EntryKey } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { descriptionOf } from '../../views/entry/evidence.ts';
import { pagePath, sitePath } from '../../views/urls.ts';
import { edgesOf } from './graph.ts';
import { DATA_VERSION } from './version.ts';

/** Where it lies: without a public address, its ids are relative to this. */
export const GRAPH_JSON_LD = sitePath('data/graph.jsonld');

const CONTEXT = {
  '@vocab': 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  url: { '@type': '@id' },
  legislationLegalForce: { '@type': '@id' },
};

/** Relations that say more than that there is one. */
const RELATIONS: Record<string, string> = {
  partOf: 'dcterms:isPartOf',
  replaces: 'dcterms:replaces',
  replacedBy: 'dcterms:isReplacedBy',
  subjects: 'dcterms:subject',
};

function relationsOf(site: ValidLibrary, key: EntryKey, isLegislation: boolean): Thing {
  const relations: Record<string, { '@id': string }[]> = {};
  for (const { to, field } of edgesOf(site.library, key)) {
    const issued = field === 'issuers' && isLegislation;
    const name = issued ? 'legislationPassedBy' : (RELATIONS[field] ?? 'dcterms:relation');
    (relations[name] ??= []).push({ '@id': idOf(site, to) });
  }
  return relations;
}

const idOf = ({ config }: ValidLibrary, key: EntryKey): string =>
  addressFor(config.address, GRAPH_JSON_LD, pagePath(key));

/** @returns the file's text, one entry a line */
export function graphJsonLd(site: ValidLibrary): string {
  const things = [...site.library.entries.values()].map((entry) => {
    const thing = typedEntry(site, entry);
    return JSON.stringify({
      '@id': idOf(site, entry.key),
      ...thing,
      name: entry.title,
      alternateName: entry.aliases.length > 0 ? entry.aliases : undefined,
      description: descriptionOf(entry),
      url: idOf(site, entry.key),
      ...relationsOf(site, entry.key, thing['@type'] === 'Legislation'),
    });
  });
  const head = `{"@context":${JSON.stringify(CONTEXT)},"dcterms:hasVersion":"${DATA_VERSION}"`;
  return `${head},"@graph":[\n${things.join(',\n')}\n]}\n`;
}
