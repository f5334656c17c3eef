/**
 * Writes the part of CBOR (RFC 8949) that Pagefind's files use — whole numbers, texts, arrays of known length — straight
 * into bytes. cborg and cbor-x were considered: both take a tree of arrays, and that of an index of nineteen million
 * positions would take gigabytes that this does not.
 */

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;

export class CborWriter {
  private bytes = new Uint8Array(1 << 16);
  length = 0;

  private head(kind: number, value: number): void {
    if (this.length + 9 > this.bytes.length) this.grow(9);
    const { bytes } = this;
    const top = kind << 5;
    if (value < 24) bytes[this.length++] = top | value;
    else if (value < 0x100) {
      bytes[this.length++] = top | 24;
      bytes[this.length++] = value;
    } else if (value < 0x10000) {
      bytes[this.length++] = top | 25;
      bytes[this.length++] = value >> 8;
      bytes[this.length++] = value & 0xff;
    } else {
      bytes[this.length++] = top | 26;
      for (let shift = 24; shift >= 0; shift -= 8) bytes[this.length++] = (value >>> shift) & 0xff;
    }
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + by));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  /** A whole number from −2³² to 2³² − 1, in its shortest form. */
  number(value: number): void {
    if (value < 0) this.head(NEGATIVE, -1 - value);
    else this.head(NUMBER, value);
  }

  /** The beginning of an array of this many items, which follow. */
  array(length: number): void {
    this.head(ARRAY, length);
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.head(TEXT, encoded.length);
    if (this.length + encoded.length > this.bytes.length) this.grow(encoded.length);
    this.bytes.set(encoded, this.length);
    this.length += encoded.length;
  }

  /** A copy of what was written from here on. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}
