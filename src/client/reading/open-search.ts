/**
 * Opens search from anywhere: `/`, Ctrl/⌘+K, or a reader's own way into the field. Nothing of search is
 * loaded before. An input method that is still composing never sends the form.
 */
import search from 'script:search';
import { fromRoot, loadOnce } from '../../search/ui/load-script.ts';
import { singleKeysOn } from '../preferences/preferences.ts';
import { searchPath } from '../../views/urls.ts';
import { isTypingIn } from './typing-in.ts';

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
