/** What the reader has chosen for this device. It outlives the versions of the site. */
import type { Choice } from '../protocol.ts';
import { scope } from './edition.ts';

const STORE = `choice ${scope}`;

export async function readChoice(): Promise<Choice> {
  const stored = await caches.match(scope, { cacheName: STORE });
  return stored ? ((await stored.text()) as Choice) : 'undecided';
}

export async function writeChoice(choice: Choice): Promise<void> {
  await (await caches.open(STORE)).put(scope, new Response(choice));
}
