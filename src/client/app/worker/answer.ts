/** What a page or a file of it is answered with. */
import { CACHE, scope } from './edition.ts';
import { isFullyCached, keepAnswer } from './keep.ts';
import { fromOlderCache, isTidied } from './versions.ts';

/** Named by their content: whoever asks for one means exactly these bytes. */
const BY_CONTENT = /^(assets|_astro)\/|\.pf_\w+$/;
/** With a kept page at hand, a network that says nothing is waited for no longer. */
const PATIENCE_MS = 5000;

/**
 * A whole version answers by itself, so that all its pages are of one version. Otherwise the host does, for as long as
 * it can be reached, and what was kept, all of one version, when it cannot.
 */
export async function answer(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const url = scope + path;
  const navigates = request.mode === 'navigate';
  const kept = await (await caches.open(CACHE)).match(url);
  if (kept && (BY_CONTENT.test(path) || (await isFullyCached()))) return kept;
  if (!navigates && !isTidied() && BY_CONTENT.test(path)) {
    const older = await fromOlderCache(url);
    if (older) return older;
  }
  try {
    const response = await (kept ? inTime(request) : fetch(request));
    event.waitUntil(keepAnswer(path, response.clone()).catch(() => {}));
    return response;
  } catch {
    if (kept) return kept;
    if (!navigates) return Response.error();
    const page = (await isFullyCached()) ? '404.html' : 'offline.html?missing';
    return Response.redirect(scope + page);
  }
}

async function inTime(request: Request): Promise<Response> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS),
  );
  return Promise.race([fetch(request), late]);
}
