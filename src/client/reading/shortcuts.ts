/**
 * The keys that work anywhere, and what they open: `/` and Ctrl/⌘+K search, `?` 阅读设置. Neither is loaded before it is
 * first asked for. An input method that is still composing never sends the form.
 */
import preferences from 'script:preferences';
import search from 'script:search';
import { fromRoot, loadOnce } from '../../search/ui/load-script.ts';
import { singleKeysOn } from '../preferences/preferences.ts';
import { searchPath } from '../../views/urls.ts';

const EDITABLE = 'input, textarea, select, [contenteditable]';

/** Whether a key that was pressed is a letter of what a reader writes. */
const isTypingIn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(EDITABLE) !== null;

function isOpeningKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey) return false;
  if (event.key.toLowerCase() === 'k') return (event.ctrlKey || event.metaKey) && !event.shiftKey;
  if (event.key !== '/' || event.ctrlKey || event.metaKey) return false;
  return singleKeysOn() && !isTypingIn(event.target);
}

/** Makes the keys work, and loads search when a field is entered. */
export function openSearch(root: Document): void {
  const load = () => loadOnce(search).catch(() => undefined);
  const field = () => root.querySelector<HTMLInputElement>('[data-search-input]');
  let composing = false;

  if (root.querySelector('[data-search-page]')) void load();
  root.addEventListener('focusin', ({ target }) => {
    if ((target as Element).matches('[data-search-input]')) void load();
  });
  root.addEventListener('compositionstart', () => (composing = true));
  root.addEventListener('compositionend', () => (composing = false));
  root.addEventListener(
    'submit',
    (event) => {
      if (composing && (event.target as Element).matches('[data-search-form]'))
        event.preventDefault();
    },
    { capture: true },
  );
  root.addEventListener('keydown', (event) => {
    if (!isOpeningKey(event)) return;
    event.preventDefault();
    const input = field();
    if (!input) return void location.assign(fromRoot(searchPath));
    input.focus();
    input.select();
  });
  if (field() && field() === root.activeElement) void load();
}

const showPreferences = (): void =>
  void loadOnce(preferences).then(
    () => document.dispatchEvent(new Event('library:preferences')),
    () => undefined,
  );

/** Makes the button and the key of 阅读设置 work. */
export function openPreferences(root: Document): void {
  root.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-preferences]')) showPreferences();
  });
  root.addEventListener('keydown', (event) => {
    const { key, isComposing, ctrlKey, metaKey, altKey, target } = event;
    if (key !== '?' || isComposing || ctrlKey || metaKey || altKey) return;
    if (!singleKeysOn() || isTypingIn(target) || root.querySelector('dialog[open]')) return;
    event.preventDefault();
    showPreferences();
  });
}
