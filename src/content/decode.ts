/** Bytes to text: strict UTF-8, without a byte-order mark, with Unix line endings. */

/**
 * @returns the text
 * @throws TypeError where the bytes are not UTF-8
 */
export function decode(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return text.replace(/\r\n?/g, '\n');
}
