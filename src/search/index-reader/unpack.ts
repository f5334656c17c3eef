/** Unpacks the files of the index into what Pagefind reads; a damaged file is noticed here. */
import { unpackWords } from '../pagefind-format/packed-words.ts';
import { pagefindWords } from '../pagefind-format/pagefind-words.ts';
import { SIGNATURE } from '../pagefind-format/signature.ts';
import { SearchUnavailable } from './unavailable.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

async function gunzip(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A chunk of words under its signature, as Pagefind has it. */
function inPagefindsForm(chunk: Bytes): Bytes {
  const words = pagefindWords(unpackWords(chunk.subarray(SIGNATURE.length)));
  const bytes = new Uint8Array(SIGNATURE.length + words.length);
  bytes.set(chunk.subarray(0, SIGNATURE.length));
  bytes.set(words, SIGNATURE.length);
  return bytes;
}

/**
 * A file's content, its signature included; a host may have unpacked it already.
 * Throws SearchUnavailable, or what the browser says of a damaged gzip.
 */
export async function unpack(path: string, bytes: Bytes): Promise<Bytes> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const unpacked = packed ? await gunzip(bytes) : bytes;
  const signature = new TextDecoder().decode(unpacked.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new SearchUnavailable(path);
  return path.endsWith('.pf_index') ? inPagefindsForm(unpacked) : unpacked;
}
