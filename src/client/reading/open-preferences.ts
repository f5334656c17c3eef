/** Opens 阅读设置 by its button or by `?`. Its dialog is loaded when it is first asked for. */
import preferences from 'script:preferences';
import { loadOnce } from '../../search/ui/load-script.ts';
import { singleKeysOn } from '../preferences/preferences.ts';
import { isTypingIn } from './typing-in.ts';

const show = (): void =>
  void loadOnce(preferences).then(
    () => document.dispatchEvent(new Event('library:preferences')),
    () => undefined,
  );

/** Makes the button and the key work. */
export function openPreferences(root: Document): void {
  root.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-preferences]')) show();
  });
  root.addEventListener('keydown', (event) => {
    const { key, isComposing, ctrlKey, metaKey, altKey, target } = event;
    if (key !== '?' || isComposing || ctrlKey || metaKey || altKey) return;
    if (!singleKeysOn() || isTypingIn(target) || root.querySelector('dialog[open]')) return;
    event.preventDefault();
    show();
  });
}
