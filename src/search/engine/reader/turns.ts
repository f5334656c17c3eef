/** Runs some at a time, for browsers refuse requests when thousands are on their way at once. */

/**
 * @param most how many run at a time
 * @returns what runs a piece of work when its turn comes, and answers as it does
 */
export function takingTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) running++;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
