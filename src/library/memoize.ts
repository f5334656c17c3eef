/** What is worked out of a whole library is worked out once, however many pages ask for it. */
import type { Library } from './types.ts';

/**
 * Keeps the result of a piece of work as long as the library that it was done on is in use.
 * @param work reads the library and changes nothing
 * @returns the same work, done at the first call for a library and remembered after it
 */
export function memoizeByLibrary<Result>(
  work: (library: Library) => Result,
): (library: Library) => Result {
  const results = new WeakMap<Library, { result: Result }>();
  return (library) => {
    const known = results.get(library) ?? { result: work(library) };
    results.set(library, known);
    return known.result;
  };
}
