/**
 * An adaptive binary range coder (G. N. N. Martin, “Range encoding”, 1979; with carry and byte output as in LZMA): a bit costs what
 * its likelihood says, and how likely it is, is learnt from those before it. The same calls in the same order write and read.
 */

/** Writes bits, or reads them: each call returns the bits that were written there. */
export interface Coder {
  /**
   * A bit that is like others of its kind.
   * @param model number of the kind
   * @param bit what to write; not looked at when reading
   */
  bit(model: number, bit: number): number;
  /** As many bits, at most 12, that are as likely as not. */
  plain(count: number, bits: number): number;
}

const TOP = 2 ** 24;
/** Probabilities of a zero, of 65,536; they are used to twelve bits. */
const EVEN = 2 ** 15;
const LEAST = 2 ** 6;
/** A model that has met so many bits learns no slower. */
const LONGEST_MEMORY = 120;

class Models {
  private readonly zero: Uint16Array;
  private readonly met: Uint8Array;

  constructor(count: number) {
    this.zero = new Uint16Array(count).fill(EVEN);
    this.met = new Uint8Array(count);
  }

  /** Where a range is parted between zero and one. */
  bound(model: number, range: number): number {
    return (range >>> 12) * (this.zero[model]! >>> 4);
  }

  learn(model: number, bit: number): void {
    const zero = this.zero[model]!;
    const met = this.met[model]!;
    const moved = zero + Math.trunc(((bit === 0 ? 2 ** 16 : 0) - zero) / (met + 1.6));
    this.zero[model] = Math.min(2 ** 16 - LEAST, Math.max(LEAST, moved));
    if (met < LONGEST_MEMORY) this.met[model] = met + 1;
  }
}

/** @param models how many kinds of bits there are */
export class RangeWriter implements Coder {
  private readonly models: Models;
  private low = 0;
  private range = 2 ** 32 - 1;
  private bytes = new Uint8Array(1 << 12);
  private length = 0;
  /** The last byte, which a carry may still raise, and how many 255s are behind it. */
  private held = -1;
  private full = 0;

  constructor(models: number) {
    this.models = new Models(models);
  }

  bit(model: number, bit: number): number {
    const bound = this.models.bound(model, this.range);
    if (bit === 0) this.range = bound;
    else {
      this.low += bound;
      this.range -= bound;
    }
    this.models.learn(model, bit);
    while (this.range < TOP) this.shift();
    return bit;
  }

  plain(count: number, bits: number): number {
    this.range >>>= count;
    this.low += bits * this.range;
    while (this.range < TOP) this.shift();
    return bits;
  }

  /** What was written. No more can be. */
  finish(): Uint8Array {
    for (let at = 0; at < 5; at++) this.shift();
    let end = this.length;
    // A reader takes what is beyond the end for zeros.
    while (end > 0 && this.bytes[end - 1] === 0) end--;
    return this.bytes.slice(0, end);
  }

  private put(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }

  private shift(): void {
    if (this.low < 0xff000000 || this.low >= 2 ** 32) {
      const carry = this.low >= 2 ** 32 ? 1 : 0;
      if (this.held >= 0) this.put(this.held + carry);
      for (; this.full > 0; this.full--) this.put((0xff + carry) & 0xff);
      this.held = Math.floor(this.low / TOP) & 0xff;
    } else this.full++;
    this.low = (this.low % TOP) * 2 ** 8;
    this.range = (this.range * 2 ** 8) >>> 0;
  }
}

/** @param models as many as it was written with */
export class RangeReader implements Coder {
  private readonly models: Models;
  private readonly bytes: Uint8Array;
  private at = 0;
  private code = 0;
  private range = 2 ** 32 - 1;

  constructor(models: number, bytes: Uint8Array) {
    this.models = new Models(models);
    this.bytes = bytes;
    for (let byte = 0; byte < 4; byte++) this.code = this.code * 2 ** 8 + this.next();
  }

  bit(model: number): number {
    const bound = this.models.bound(model, this.range);
    const bit = this.code < bound ? 0 : 1;
    if (bit === 0) this.range = bound;
    else {
      this.code -= bound;
      this.range -= bound;
    }
    this.models.learn(model, bit);
    this.fill();
    return bit;
  }

  plain(count: number): number {
    this.range >>>= count;
    const bits = Math.min(2 ** count - 1, Math.floor(this.code / this.range));
    this.code -= bits * this.range;
    this.fill();
    return bits;
  }

  private next(): number {
    return this.bytes[this.at++] ?? 0;
  }

  private fill(): void {
    while (this.range < TOP) {
      this.code = this.code * 2 ** 8 + this.next();
      this.range = (this.range * 2 ** 8) >>> 0;
    }
  }
}
