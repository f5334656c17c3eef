/** Names that last: the same whatever address the library has. */
import { createHash } from 'node:crypto';

/** The namespace of URLs, RFC 9562 appendix C. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * A name-based UUID, version 5 (RFC 9562, 5.5).
 * @param name what it names
 * @returns `urn:uuid:…`
 */
export function uuidUrn(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const parts = [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([a, b]) => hex.slice(a, b));
  return `urn:uuid:${parts.join('-')}`;
}
