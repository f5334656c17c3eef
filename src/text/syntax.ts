/**
 * The dialect of Markdown that this library is written in: GFM without single-tilde strikethrough
 * (5~10 is a range), with emphasis that works beside Chinese punctuation.
 */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { PluggableList, Processor } from 'unified';

/** A paragraph that is indented, as official texts often are, is a paragraph and not code. */
function remarkIndentedText(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: ['codeIndented'] } });
}

/** Both the reader of content and Astro's renderer use exactly these. */
export const syntaxPlugins: PluggableList = [
  remarkIndentedText,
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
];
