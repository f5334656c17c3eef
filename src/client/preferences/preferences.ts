/** How a reader likes the pages: size of letters, light or dark, single-key shortcuts. Kept on the reader's device only. */

/**
 * What may be chosen, by the name of the field and of the attribute of `<html>` that style sheets read; the first holds where
 * nothing is chosen. WCAG 2.1.4 wants a way to turn off keys such as `/` alone.
 */
export const CHOICES = {
  text: ['standard', 'large', 'larger'],
  scheme: ['system', 'light', 'dark'],
  singleKeys: ['on', 'off'],
} as const;

export type Preferences = Record<keyof typeof CHOICES, string>;

/** Under which a browser stores them. */
export const KEY = 'library-preferences';

/** @returns preferences from whatever was given or stored: what is missing or not understood is as without a choice */
export function preferencesFrom(given: unknown): Preferences {
  const named = Object(given) as Partial<Preferences>;
  const choices = Object.entries(CHOICES) as [keyof Preferences, readonly string[]][];
  return Object.fromEntries(
    choices.map(([name, values]) => [name, values.find((one) => one === named[name]) ?? values[0]]),
  ) as Preferences;
}

/** @returns the reader's preferences; none where the browser refuses storage, or holds there what is not ours */
export function storedPreferences(): Preferences {
  try {
    return preferencesFrom(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return preferencesFrom({});
  }
}

/** Gives the page these preferences, as attributes of `<html>`. */
export function applyPreferences(preferences: Preferences): void {
  const { dataset } = document.documentElement;
  for (const [name, value] of Object.entries(preferences)) {
    if (value === CHOICES[name as keyof Preferences][0]) delete dataset[name];
    else dataset[name] = value;
  }
}

/** Whether a key alone, such as `/`, may do something. */
export const singleKeysOn = (): boolean => document.documentElement.dataset['singleKeys'] !== 'off';
