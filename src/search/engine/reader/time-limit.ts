/** Nothing is waited for without end. */
import { SearchUnavailable } from './unavailable.ts';

const TIME_LIMIT_MS = 20_000;

/** The promise, or, when it takes longer than twenty seconds, a SearchUnavailable. */
export function withinTimeLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new SearchUnavailable('timeout')), TIME_LIMIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
