/** Nothing is waited for without end. */
import { SearchUnavailable } from './unavailable.ts';

const PATIENCE = 20_000;

/** The promise, or, when it takes longer than twenty seconds, a SearchUnavailable. */
export function withPatience<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new SearchUnavailable('timeout')), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
