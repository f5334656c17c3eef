/** How a reader likes the pages: size of letters, light or dark, single-key shortcuts. Kept on the reader's device only. */

export const TEXT_SIZES = ['standard', 'large', 'larger'] as const;
export const SCHEMES = ['system', 'light', 'dark'] as const;

export interface Preferences {
  text: (typeof TEXT_SIZES)[number];
  scheme: (typeof SCHEMES)[number];
  /** Whether `/` and `?` alone do something (WCAG 2.1.4 wants a way to turn them off). */
  singleKeys: boolean;
}

export const DEFAULTS: Preferences = { text: 'standard', scheme: 'system', singleKeys: true };

const KEY = 'library-preferences';

const oneOf = <T extends string>(values: readonly T[], value: unknown, otherwise: T): T =>
  values.includes(value as T) ? (value as T) : otherwise;

/**
 * Reads what was stored, from whatever was stored.
 * @param stored JSON, or null where there is nothing
 * @returns preferences; what is missing or not understood is as by default
 */
export function parsePreferences(stored: string | null): Preferences {
  let data: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    data = (JSON.parse(stored ?? '{}') ?? {}) as typeof data;
  } catch {
    // Not ours, or damaged: as if there were nothing.
  }
  return {
    text: oneOf(TEXT_SIZES, data.text, DEFAULTS.text),
    scheme: oneOf(SCHEMES, data.scheme, DEFAULTS.scheme),
    singleKeys: data.singleKeys !== false,
  };
}

/** @returns the reader's preferences; the defaults where the browser refuses storage */
export function storedPreferences(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(KEY));
  } catch {
    return DEFAULTS;
  }
}

/** Keeps preferences; where the browser refuses storage they hold for this page alone. */
export function storePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Nothing is lost but the memory of them.
  }
}

/** Gives the page these preferences, as attributes of `<html>` that the style sheets read. */
export function applyPreferences({ text, scheme, singleKeys }: Preferences): void {
  const { dataset } = document.documentElement;
  const set = (name: string, value: string, otherwise: string): void => {
    if (value === otherwise) delete dataset[name];
    else dataset[name] = value;
  };
  set('text', text, DEFAULTS.text);
  set('scheme', scheme, DEFAULTS.scheme);
  set('singleKeys', singleKeys ? 'on' : 'off', 'on');
}

/** Whether a key alone, such as `/`, may do something. */
export const singleKeysOn = (): boolean => document.documentElement.dataset['singleKeys'] !== 'off';
