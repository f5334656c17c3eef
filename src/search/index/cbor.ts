/** The part of CBOR (RFC 8949) that Pagefind's index files use: whole numbers, texts, arrays of known length. */

export type Cbor = number | string | Cbor[];

const NUMBER = 0;
const TEXT = 3;
const ARRAY = 4;

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
    if (kind === NUMBER) return value;
    if (kind === TEXT) return new TextDecoder().decode(bytes.subarray(at, (at += value)));
    if (kind === ARRAY) return Array.from({ length: value }, next);
    throw new Error(`CBOR of an unknown kind (${kind}) at byte ${at - 1}.`);
  }

  const value = next();
  if (at !== bytes.length) throw new Error(`CBOR with ${bytes.length - at} bytes left over.`);
  return value;
}

/** @returns the shortest form, as Pagefind writes it too */
export function encodeCbor(value: Cbor): Uint8Array {
  const out: number[] = [];

  function head(kind: number, count: number): void {
    const size = count < 24 ? 0 : count < 0x100 ? 1 : count < 0x10000 ? 2 : 4;
    out.push((kind << 5) | (size === 0 ? count : { 1: 24, 2: 25, 4: 26 }[size]!));
    for (let shift = (size - 1) * 8; shift >= 0; shift -= 8) out.push((count >>> shift) & 0xff);
  }

  function write(item: Cbor): void {
    if (typeof item === 'number') return head(NUMBER, item);
    if (typeof item === 'string') {
      const text = new TextEncoder().encode(item);
      head(TEXT, text.length);
      for (const byte of text) out.push(byte);
      return;
    }
    head(ARRAY, item.length);
    for (const part of item) write(part);
  }

  write(value);
  return Uint8Array.from(out);
}
