/**
 * The stages of a build. A build that is given BUILD_TIMINGS may write them there, as
 * `{ "stages": [{ "name": "…", "seconds": 1.2 }] }`; of another they are read from the lines that it
 * prints, those that end in a time, or after it in a few words on what came of the stage.
 */
import { existsSync, readFileSync } from 'node:fs';

export interface Stage {
  name: string;
  seconds: number;
}

/** `12:00:00 [build] ✓ Completed in 4.20s.`, `生成网页 12.3 秒　3475 页`; not the lines of single pages. */
const TIMED =
  /^(?:[\d:]{8} )?(?:\[([\w/-]+)\] )?(?:✓ )?(.*?)[\s:：]*(?:\bin )?([\d.]+) ?(ms|s|秒)\.?(?:　.*)?$/u;
const COLORS = /\u001b\[[\d;]*m/gu;

/** @param timings the file that the build was asked to write */
export function stagesOf(output: string, timings: string): Stage[] {
  if (existsSync(timings))
    return (JSON.parse(readFileSync(timings, 'utf8')) as { stages: Stage[] }).stages;
  return output.split('\n').flatMap((line): Stage[] => {
    const [, room, what, number, unit] = TIMED.exec(line.replace(COLORS, '').trim()) ?? [];
    if (number === undefined || /[├└│▶]/u.test(line)) return [];
    const name = [room, what?.replace(/\d+/gu, '').trim()].filter(Boolean).join(': ');
    return [{ name, seconds: Number(number) / (unit === 'ms' ? 1000 : 1) }];
  });
}
