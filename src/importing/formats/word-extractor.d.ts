/** word-extractor's interface, as far as it is used here; the package brings no types. */
declare module 'word-extractor' {
  interface Choice {
    /** Without it curly quotes would be made straight. */
    filterUnicode: false;
    includeFooters?: boolean;
  }
  export interface WordFile {
    getBody(choice: Choice): string;
    getFootnotes(choice: Choice): string;
    getEndnotes(choice: Choice): string;
    getTextboxes(choice: Choice): string;
    getHeaders(choice: Choice): string;
    getFooters(choice: Choice): string;
    getAnnotations(choice: Choice): string;
  }
  export default class WordExtractor {
    extract(source: Uint8Array): Promise<WordFile>;
  }
}
