/** The reading that an open page of the dev server was made from: which the page tells the server. */

/** Carries the number of the reading from the page to the server. */
export const SHOWN_EVENT = 'library:shown';

/** The name of the `<meta>` that holds the number in a page. */
export const SHOWN_META = 'library-reading';

/** The script of every page of the dev server. The message waits until the connection stands. */
export const TELL_SHOWN = `import.meta.hot?.send('${SHOWN_EVENT}',
  Number(document.querySelector('meta[name="${SHOWN_META}"]')?.content));`;
