/** wawoff2's interface, as far as it is used here; the package brings no types. */
declare module 'wawoff2/decompress.js' {
  /** Unpacks WOFF2 to TrueType. Throws an Error for anything else. */
  export default function decompress(packed: Uint8Array): Promise<Uint8Array>;
}
