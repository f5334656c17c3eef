/** The relations that an entry's frontmatter states, each with the field that states it. */
import { COLLECTIONS, type Collection, type EntryKey, type Relation } from '../library/types.ts';

type Data = Record<string, unknown>;
type RelationItem = string | { id: string; quote: string; in?: EntryKey };

/** Relations that say more than that there is one: read before the collections' own. */
const SUCCESSION: [string, Collection][] = [
  ['replaces', 'policies'],
  ['replacedBy', 'policies'],
];

/** Relations that fields other than the collections' own names state. */
const OTHER_RELATIONS: Record<string, Collection> = {
  issuers: 'organisations',
  partOf: 'measures',
  subjects: 'terms',
};

/**
 * The relations that an entry states.
 * @param data its frontmatter, as the schema let it pass
 * @param usual the document that a quotation without `in` stands in; empty where there is none
 */
export function relationsOf(data: Data, usual: EntryKey | ''): Relation[] {
  const read = (
    field: string,
    collection: Collection,
    item: RelationItem,
    path: Relation['path'],
  ) => {
    const to: EntryKey = `${collection}/${typeof item === 'string' ? item : item.id}`;
    if (typeof item === 'string') return { to, field, path };
    const quotation = { in: item.in ?? (usual as EntryKey), quote: item.quote };
    return { to, field, path, quotation };
  };
  const stated: [string, Collection][] = [
    ...SUCCESSION,
    ...COLLECTIONS.map((name): [string, Collection] => [name, name]),
    ...Object.entries(OTHER_RELATIONS),
  ];
  return stated.flatMap(([field, collection]) => {
    const value = data[field] as RelationItem | RelationItem[] | undefined;
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [read(field, collection, value, [field])];
    return value.map((item, i) => read(field, collection, item, [field, i]));
  });
}
