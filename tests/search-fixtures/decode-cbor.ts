/** Reads the part of CBOR (RFC 8949) that Pagefind's files use: whole numbers, texts, arrays of known length. */

export type Cbor = number | string | Cbor[];

/** @throws Error on anything else that CBOR knows, and on bytes left over */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  /** The number that follows a head: in its low five bits, or in the 1, 2 or 4 bytes after it. */
  function count(low: number): number {
    if (low < 24) return low;
    const size = [1, 2, 4][low - 24];
    if (!size) throw new Error(`CBOR with a number of an unknown size at byte ${at}.`);
    const value =
      size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at) : view.getUint32(at);
    at += size;
    return value;
  }

  function next(): Cbor {
    const head = view.getUint8(at++);
    const kind = head >> 5;
    const value = count(head & 31);
    if (kind === 0) return value;
    if (kind === 1) return -1 - value;
    if (kind === 3) return new TextDecoder().decode(bytes.subarray(at, (at += value)));
    if (kind === 4) return Array.from({ length: value }, next);
    throw new Error(`CBOR of an unknown kind (${kind}) at byte ${at - 1}.`);
  }

  const value = next();
  if (at !== bytes.length) throw new Error(`CBOR with ${bytes.length - at} bytes left over.`);
  return value;
}
