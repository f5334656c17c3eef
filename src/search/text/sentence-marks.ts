/** Where a sentence ends. */

/** A sentence ends with one of these, or with its unit. */
export const SENTENCE_END = /[。！？；\n]/u;
/** Belongs to the sentence that it stands behind. */
export const CLOSING = /["”’）》】」]/u;
