/**
 * The dialect of Markdown that this library is written in: GFM without single-tilde strikethrough
 * (5~10 is a range), with emphasis that works beside Chinese punctuation.
 */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { PluggableList, Processor } from 'unified';

/**
 * A paragraph that is indented, as official texts often are, is a paragraph and not code; `[ ]` at the
 * head of a list's item is its text and not a box to tick.
 */
function remarkPlainText(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: ['codeIndented', 'tasklistCheck'] } });
}

/** What remark-parse is extended by, for `.md` and `.mdx` alike. */
export const syntaxPlugins: PluggableList = [
  remarkPlainText,
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
];
