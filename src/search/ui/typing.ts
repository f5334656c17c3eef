/** A search field's keys made plain: `typed` when a reader pauses, never while an input method composes. */

const PAUSE_MS = 160;

interface Typing {
  /** Whether an input method is in the middle of a word. */
  composing(event?: KeyboardEvent): boolean;
  /** Forgets what was typed and not yet reported. */
  cancel(): void;
}

/** Calls `typed` when a reader has paused after a change; an Enter that ends a composition sends nothing. */
export function listenToTyping(input: HTMLInputElement, typed: () => void): Typing {
  let composing = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  // Safari ends the composition before it reports the Enter that ended it; its key code tells.
  const isComposing = (event?: KeyboardEvent) =>
    composing || event?.isComposing === true || event?.keyCode === 229;
  const later = () => {
    clearTimeout(pause);
    pause = setTimeout(typed, PAUSE_MS);
  };
  input.addEventListener('compositionstart', () => {
    composing = true;
    clearTimeout(pause);
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    later();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
  });
  input.addEventListener('input', (event) => {
    if (!composing && !(event as InputEvent).isComposing) later();
  });
  return { composing: isComposing, cancel: () => clearTimeout(pause) };
}
