/** Whether a key that was pressed is a letter of what a reader writes. */

const EDITABLE = 'input, textarea, select, [contenteditable]';

/** @param target of a keyboard event */
export const isTypingIn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(EDITABLE) !== null;
