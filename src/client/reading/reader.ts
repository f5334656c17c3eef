/**
 * On every page, after the text: what a reader may do with it beyond reading, and the keys that work anywhere: `/` and Ctrl/⌘+K
 * open search, `?` 阅读设置. What few pages or readers need is loaded there alone.
 */
import documentPage from 'script:document';
import hits from 'script:hits';
import preferences from 'script:preferences';
import search from 'script:search';
import { loadOnce } from '../../search/ui/load-script.ts';
import { singleKeysOn } from '../preferences/preferences.ts';
import { offerCopying } from './copy.ts';

const EDITABLE = 'input, textarea, select, [contenteditable]';
const closest = (target: EventTarget | null, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/**
 * A link to the place that proves something has the words that it proves it by (`data-proof`), and carries them to the
 * page it leads to, which marks them. In its address from the start they would make every page longer: they are put
 * there when a reader points at it or goes to it by key.
 */
function carry({ target }: Event): void {
  const link = closest(target, 'a[data-proof]') as HTMLAnchorElement | null;
  if (!link) return;
  const address = new URL(link.href);
  address.searchParams.set('hit', link.dataset['proof']!);
  link.href = address.href;
}

const loadSearch = () => loadOnce(search).catch(() => undefined);

function goToSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search-input]')!;
  field.focus();
  field.select();
}

const showPreferences = (): void =>
  void loadOnce(preferences).then(
    () => document.dispatchEvent(new Event('library:preferences')),
    () => undefined,
  );

/** @returns what a key opens, where it opens anything */
function openedBy(event: KeyboardEvent): (() => void) | undefined {
  const { key, isComposing, altKey, shiftKey, target } = event;
  const withControl = event.ctrlKey || event.metaKey;
  if (isComposing || altKey) return undefined;
  if (withControl) return key.toLowerCase() === 'k' && !shiftKey ? goToSearch : undefined;
  // A letter of what a reader writes opens nothing.
  if (!singleKeysOn() || closest(target, EDITABLE)) return undefined;
  if (key === '/') return goToSearch;
  return key === '?' && !document.querySelector('dialog[open]') ? showPreferences : undefined;
}

document.addEventListener('keydown', (event) => {
  const open = openedBy(event);
  if (!open) return;
  event.preventDefault();
  open();
});
document.addEventListener('click', ({ target }) => {
  if (closest(target, '[data-preferences]')) showPreferences();
});
document.addEventListener('focusin', (event) => {
  if (closest(event.target, '[data-search-input]')) void loadSearch();
  carry(event);
});
document.addEventListener('pointerdown', carry, { passive: true });

offerCopying();
const has = (selector: string): boolean => document.querySelector(selector) !== null;
if (has('[data-search-page]') || has('[data-search-input]:focus')) void loadSearch();
if (has('[data-citation]')) void loadOnce(documentPage);
if (new URLSearchParams(location.search).has('hit')) void loadOnce(hits);
