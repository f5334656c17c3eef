/**
 * What a build says while it runs: one line a stage, with its time. On a terminal the running stage is rewritten in
 * place, with a figure where the stage gives one; in a file or a pipe there are only the finished lines.
 */

/** A stage shorter than this shows no figure: it would only flicker. */
const QUIET_MS = 2000;
const REDRAW_MS = 500;
const CLEAR_LINE = '\r\x1b[K';
/** Columns for a stage's name; a Chinese character takes two. */
const NAME_COLUMNS = 16;

interface Stage {
  name: string;
  started: number;
  /** When its line was last drawn. */
  drawn: number;
  figure?: () => string;
  timer?: NodeJS.Timeout;
}

let running: Stage | undefined;

/** Begins a stage, and ends the one before. How far it is, `reportProgress` takes. */
export function beginStage(name: string): void {
  endStage();
  const started = performance.now();
  const stage: Stage = { name, started, drawn: started };
  running = stage;
  if (!process.stdout.isTTY) return;
  stage.timer = setInterval(() => redraw(stage), REDRAW_MS);
  stage.timer.unref();
}

/**
 * Says how far the running stage is: `1200 / 3475 页`; or how to ask, which is done twice a second. Where the stage keeps the
 * program busy, so that no clock comes to draw it, it is drawn here, as seldom.
 */
export function reportProgress(figure: string | (() => string)): void {
  if (!running) return;
  running.figure = typeof figure === 'string' ? () => figure : figure;
  if (process.stdout.isTTY && performance.now() - running.drawn > REDRAW_MS) redraw(running);
}

/** Takes the line of the running stage off a terminal, so that what is printed next stands on a line of its own; it is drawn again. */
export function clearProgressLine(): void {
  if (running && process.stdout.isTTY) process.stdout.write(CLEAR_LINE);
}

/**
 * Ends the running stage and prints its line.
 * @param result what came of it, in a few words
 */
export function endStage(result = ''): void {
  if (!running) return;
  clearInterval(running.timer);
  clearProgressLine();
  console.log(stageLine(running.name, performance.now() - running.started, result));
  running = undefined;
}

/** @returns a line whose times stand under one another: `生成网页              12.3 秒　3475 页` */
export function stageLine(name: string, milliseconds: number, result = ''): string {
  const columns = [...name].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
  const time = (milliseconds / 1000).toFixed(1).padStart(7);
  return `${name}${' '.repeat(Math.max(1, NAME_COLUMNS - columns))}${time} 秒${result && `　${result}`}`;
}

function redraw(stage: Stage): void {
  const { name, started, figure } = stage;
  stage.drawn = performance.now();
  const time = stage.drawn - started;
  const said = time > QUIET_MS && figure ? figure() : '';
  process.stdout.write(`${CLEAR_LINE}${stageLine(name, time, said)}`);
}
