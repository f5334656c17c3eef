/** Which choices of the award table's filters leave no row when made together. */

export interface EmptyChoice {
  /** One choice for each filter that matters, the others absent; in the filters' order. */
  choices: (number | undefined)[];
  /** What is chosen, in words. */
  labels: string[];
}

/** Ways to choose an option from some of the filters: all, each filter left out or taken. */
function* combinations(sizes: number[]): Generator<(number | undefined)[]> {
  const [size, ...rest] = sizes;
  if (size === undefined) return yield [];
  for (const others of combinations(rest))
    for (const choice of [undefined, ...Array(size).keys()]) yield [choice, ...others];
}

/**
 * The smallest sets of choices that no row has; any choice without rows contains one of them.
 * @param filters the labels of each filter's options
 * @param rows the choice of each row for each filter
 */
export function emptyChoices(filters: string[][], rows: number[][]): EmptyChoice[] {
  const fits = (choices: (number | undefined)[], row: number[]): boolean =>
    choices.every((choice, i) => choice === undefined || choice === row[i]);
  const empty = (choices: (number | undefined)[]): boolean =>
    !rows.some((row) => fits(choices, row));
  const smaller = (choices: (number | undefined)[]) =>
    choices.flatMap((choice, i) => (choice === undefined ? [] : [choices.with(i, undefined)]));
  return [...combinations(filters.map((options) => options.length))]
    .filter((choices) => empty(choices) && !smaller(choices).some(empty))
    .map((choices) => ({
      choices,
      labels: choices.flatMap((choice, i) => (choice === undefined ? [] : [filters[i]![choice]!])),
    }));
}
