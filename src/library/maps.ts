/** What is worked out of a whole library is worked out once, however many pages ask for it; and maps of lists. */
import type { Library } from './types.ts';

/**
 * Keeps the result of a piece of work as long as the library that it was done on is in use.
 * @param work reads the library and changes nothing
 * @returns the same work, done at the first call for a library and remembered after it
 */
export function memoizeByLibrary<Result>(
  work: (library: Library) => Result,
): (library: Library) => Result {
  const results = new WeakMap<Library, Result>();
  return (library) => {
    if (!results.has(library)) results.set(library, work(library));
    return results.get(library)!;
  };
}

/** Adds a value to those of a key, in a map that holds several a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
