/** The little of Citation.js that the tests use; it brings no types. */
declare module '@citation-js/core' {
  export const plugins: { input: { chain(source: string, options: object): object[] } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
