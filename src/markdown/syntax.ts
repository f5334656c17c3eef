/**
 * The dialect of Markdown that this library is written in: GFM without single-tilde strikethrough
 * (5~10 is a range), with emphasis that works beside Chinese punctuation.
 */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';

/** Both the reader of content and Astro's renderer use exactly these. */
export const syntaxPlugins: PluggableList = [
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
];
