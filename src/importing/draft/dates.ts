/** A date as an official document writes it, as the library keeps it. Pure. */
import { readNumeral } from '../../text/numerals.ts';

/** The first year of 民國 is 1912. */
const BEFORE_REPUBLIC = 1911;

/** 二〇二四, 2024, 民国一百十三. */
function yearOf(written: string): number {
  const republic = /^(?:中[华華])?民[国國](.+)$/u.exec(written)?.[1];
  const figures = (republic ?? written).replace(/[○Ｏo零]/giu, '〇');
  return (readNumeral(figures) ?? NaN) + (republic ? BEFORE_REPUBLIC : 0);
}

/**
 * @param text `2021年5月20日`, `二〇二一年五月二十日`, `2021-05-20`, `2021.5.20`, `民國110年5月20日`, `2021年5月`
 * @returns `2021-05-20`, or `2021-05`; null where the day does not exist
 */
export function isoDate(text: string): string | null {
  const match = /^(.+?)[年\-./](.{1,3}?)(?:月|[-./](?=\d))(?:(.{1,3}?)日?)?$/u.exec(
    text.replace(/\s+/gu, ''),
  );
  if (!match) return null;
  const [, year, month, day] = match;
  const parts = [yearOf(year!), readNumeral(month!), ...(day ? [readNumeral(day)] : [])];
  const iso = parts.map((n) => String(n).padStart(2, '0')).join('-');
  const whole = new Date(`${day ? iso : `${iso}-01`}T00:00:00Z`);
  return Number.isNaN(whole.getTime()) || !whole.toISOString().startsWith(iso) ? null : iso;
}
