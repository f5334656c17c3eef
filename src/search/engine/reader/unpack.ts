/** Unpacks the files of the index; a damaged one is noticed here. */
import { SIGNATURE } from '../../format/signature.ts';
import { SearchUnavailable } from './unavailable.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

async function gunzip(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What stands in an unpacked file behind its signature. */
export const contentOf = (unpacked: Bytes): Bytes => unpacked.subarray(SIGNATURE.length);

/**
 * A file's content, its signature included; a host may have unpacked it already.
 * Throws SearchUnavailable, or what the browser says of a damaged gzip.
 */
export async function unpack(path: string, bytes: Bytes): Promise<Bytes> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const unpacked = packed ? await gunzip(bytes) : bytes;
  const signature = new TextDecoder().decode(unpacked.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new SearchUnavailable(path);
  return unpacked;
}
