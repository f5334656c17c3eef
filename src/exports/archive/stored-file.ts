/** A file that is packed: its bytes are read when they are asked for, and are not kept, for a site may be larger than memory. */
import { readFileSync, statSync } from 'node:fs';
import { sha256 } from './digest.ts';

export class StoredFile {
  readonly #read: () => Uint8Array;
  readonly #name: string;
  #size: number | undefined;
  #sha256: string | undefined;

  /**
   * @param name what a message calls it
   * @param read gives its bytes, the same each time
   * @param size where it is known without reading
   */
  constructor(name: string, read: () => Uint8Array, size?: number) {
    this.#name = name;
    this.#read = read;
    this.#size = size;
  }

  /** A file of a folder. */
  static onDisk(path: string): StoredFile {
    return new StoredFile(path, () => readFileSync(path), statSync(path).size);
  }

  /** Bytes that lie in no folder; a text in UTF-8. */
  static made(name: string, content: Uint8Array | string): StoredFile {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return new StoredFile(name, () => bytes, bytes.length);
  }

  /** The same file with its text otherwise, which is worked out when it is read. */
  rewritten(rewrite: (text: string) => string): StoredFile {
    return new StoredFile(this.#name, () => {
      const bytes = this.read();
      const text = new TextDecoder().decode(bytes);
      const rewritten = rewrite(text);
      return rewritten === text ? bytes : new TextEncoder().encode(rewritten);
    });
  }

  get size(): number {
    if (this.#size === undefined) this.#digest();
    return this.#size!;
  }

  /** Its checksum in hexadecimal, taken once. */
  get sha256(): string {
    return this.#sha256 ?? this.#digest();
  }

  /**
   * @returns its bytes
   * @throws Error where they are no longer those that the checksum was taken of: the lists would not hold
   */
  read(): Uint8Array {
    const bytes = this.#read();
    if (this.#sha256 !== undefined && sha256(bytes) !== this.#sha256)
      throw new Error(`${this.#name} 在归档时被改动了，没有归档。请在没有改动时再运行一次。`);
    return bytes;
  }

  #digest(): string {
    const bytes = this.#read();
    this.#size = bytes.length;
    return (this.#sha256 = sha256(bytes));
  }
}
