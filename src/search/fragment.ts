/**
 * The file in which Pagefind keeps what is shown of one page. Pagefind fills it with the tokens that it
 * indexed; this puts the original record in their place, which halves the index and is what readers see.
 */
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { PageRecord } from './record.ts';
import { SIGNATURE } from './signature.ts';

/** Rewrites a Pagefind fragment to hold a record. Throws if the file is not what Pagefind 1.5 writes. */
export function fragmentWith(
  content: Uint8Array,
  recordOf: (url: string) => PageRecord,
): Uint8Array {
  const text = strFromU8(gunzipSync(content));
  if (!text.startsWith(SIGNATURE))
    throw new Error(
      'A fragment of the search index has an unknown form. Has Pagefind changed its version?',
    );
  const fragment = JSON.parse(text.slice(SIGNATURE.length)) as { url: string };
  const record = recordOf(fragment.url);
  const rewritten = {
    url: fragment.url,
    content: '',
    word_count: 0,
    filters: {},
    meta: {},
    anchors: [],
    record,
  };
  return gzipSync(strToU8(SIGNATURE + JSON.stringify(rewritten)), { level: 9, mtime: 0 });
}
