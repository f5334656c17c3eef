/** Frontmatter: the YAML at the head of a file, with the line of every field. */
import { LineCounter, parseDocument, type Document } from 'yaml';

export interface Frontmatter {
  data: unknown;
  /** The YAML between the two lines of `---`. */
  yaml: string;
  /** The rest of the file, with blank lines in place of the frontmatter, so that lines keep their numbers. */
  body: string;
  lineOf: (path: (string | number)[]) => number;
  errors: { line: number; message: string }[];
}

/** One wrong sign may bring many errors after it. */
const MOST_ERRORS = 10;
const HEAD = /^---[ \t]*\n([\s\S]*?)(?:\n)?^---[ \t]*$/mu;

/** Finds the line of a path, or of the nearest part of it that exists. */
function lineFinder(document: Document.Parsed, counter: LineCounter, before: number) {
  return (path: (string | number)[]): number => {
    for (let length = path.length; length > 0; length--) {
      const part = path.slice(0, length);
      const parent = document.getIn(part.slice(0, -1), true) ?? document.contents ?? {};
      const pair = (
        parent as { items?: { key?: { value?: unknown; range?: number[] } }[] }
      ).items?.find((item) => item.key?.value === part.at(-1));
      const node = document.getIn(part, true) as { range?: number[] } | undefined;
      const offset = pair?.key?.range?.[0] ?? node?.range?.[0];
      if (offset !== undefined) return counter.linePos(offset).line + before;
    }
    return 1;
  };
}

/**
 * Parses YAML and remembers where everything is.
 * @param before lines of the file above the YAML
 */
export function parseYaml(source: string, before = 0): Omit<Frontmatter, 'body' | 'yaml'> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const errors = document.errors.slice(0, MOST_ERRORS).map((error) => ({
    line: counter.linePos(error.pos[0]).line + before,
    message: error.message,
  }));
  let data: unknown = null;
  try {
    if (errors.length === 0) data = document.toJS();
  } catch (error) {
    // An alias (*name) without its anchor is only found here, and without its place.
    const star = source.split('\n').findIndex((line) => /[:\-[,]\s*\*/u.test(line));
    errors.push({ line: Math.max(0, star) + 1 + before, message: (error as Error).message });
  }
  return { data, lineOf: lineFinder(document, counter, before), errors };
}

/**
 * Splits a file into frontmatter and body.
 * @param source the file's text with Unix line endings
 * @returns null where the file does not begin with frontmatter
 */
export function parseFrontmatter(source: string): Frontmatter | null {
  const head = source.startsWith('---') ? HEAD.exec(source) : null;
  if (!head || head.index !== 0) return null;
  const body = head[0].replace(/[^\n]/gu, '') + source.slice(head[0].length);
  const yaml = head[1] ?? '';
  return { ...parseYaml(yaml, 1), yaml, body };
}
