/**
 * The library's passages for an existing search engine: JSON Lines in the bulk form of OpenSearch, and the mapping of the
 * index that takes them. Exact Chinese substrings are found there by `match_phrase` on `text`: its analyzer cuts a
 * text into overlapping pairs of characters, after folding width, case and punctuation as `text/normalise.ts` does. A
 * single character is found by `match` on `text.characters`. Traditional characters stay as they are.
 */
import type { PageRecord } from '../../search/format/index-files.ts';

/** Everything that search here ignores, as a Java pattern: punctuation but for % and ‰, spaces, controls, tildes. */
const IGNORED = '[[\\p{P}\\p{Z}\\p{Cc}\\p{Cf}\\p{Sk}~|\\x{FE00}-\\x{FE0F}]&&[^%‰]]';

/** An ordinal is its number: 第46号 is 46号. */
const ORDINAL = '第(?=[0-9])';

const analyzer = (tokenizer: string) => ({
  type: 'custom',
  char_filter: ['compatible', 'ignored', 'ordinal'],
  tokenizer,
  filter: ['lowercase'],
});

/** Settings and mapping of the index, to be put before the passages are sent. */
export const openSearchIndex = {
  settings: {
    analysis: {
      char_filter: {
        // NFKC, folded: of the plugin analysis-icu.
        compatible: { type: 'icu_normalizer', name: 'nfkc_cf', mode: 'compose' },
        ignored: { type: 'pattern_replace', pattern: IGNORED, replacement: '' },
        ordinal: { type: 'pattern_replace', pattern: ORDINAL, replacement: '' },
      },
      tokenizer: {
        pairs: { type: 'ngram', min_gram: 2, max_gram: 2 },
        characters: { type: 'ngram', min_gram: 1, max_gram: 1 },
      },
      analyzer: { exact: analyzer('pairs'), characters: analyzer('characters') },
    },
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      url: { type: 'keyword' },
      anchor: { type: 'keyword' },
      label: { type: 'keyword' },
      title: { type: 'text', analyzer: 'exact', fields: { keyword: { type: 'keyword' } } },
      text: {
        type: 'text',
        analyzer: 'exact',
        fields: { characters: { type: 'text', analyzer: 'characters' } },
      },
      kind: { type: 'keyword' },
      number: { type: 'keyword' },
      aliases: { type: 'text', analyzer: 'exact' },
      levels: { type: 'keyword' },
      years: { type: 'keyword' },
      date: { type: 'date', format: 'yyyy||yyyy-MM||yyyy-MM-dd' },
      issuers: { type: 'keyword' },
      clusters: { type: 'keyword' },
      validity: { type: 'keyword' },
      official: { type: 'boolean' },
    },
  },
} as const;

/**
 * Lines for `_bulk`: for each passage what is to be done, then the passage itself.
 * @param index name of the index
 */
export function* bulkLines(records: Iterable<PageRecord>, index: string): Generator<string> {
  for (const { texts, quotations: _, about: _words, ...page } of records) {
    const units = texts.flat();
    for (const [at, { id, label, text }] of units.entries()) {
      yield JSON.stringify({ index: { _index: index, _id: `${page.url}#${id || at}` } });
      yield JSON.stringify({ ...page, anchor: id, label, text });
    }
  }
}
