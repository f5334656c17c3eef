/** What the library can say of a fault: one source for the message, the remedy and `docs/problems.md`. */

export interface ProblemKind {
  /** What is wrong; `{name}` stands for a value of the place. */
  message: string;
  /** What to write instead. Of several, the first whose values are all known. */
  hint: string | readonly string[];
  /** Why it matters, for `docs/problems.md`. */
  explanation: string;
  /** Values for the message in `docs/problems.md`. */
  sample: Record<string, string>;
  /** As it should not be written, and as it should. */
  example: readonly [wrong: string, right: string];
}

/** An error stops a build; a hint stops nothing. */
export type Severity = 'error' | 'hint';
