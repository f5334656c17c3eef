/** Frontmatter: the YAML at the head of a file, with the line of every field. */
import { LineCounter, parseDocument } from 'yaml';

export interface ParsedYaml {
  data: unknown;
  /** The line of a path, or of the nearest part of it that exists. */
  lineOf: (path: (string | number)[]) => number;
  errors: { line: number; message: string }[];
}

/** One wrong sign may bring many errors after it. */
const MOST_ERRORS = 10;
const HEAD = /^---[ \t]*\n(?:([^]*?)\n)?---[ \t]*(?:\n|$)/u;

interface YamlNode {
  range?: number[];
  items?: { key?: { value?: unknown; range?: number[] } }[];
}

/** Parses YAML and remembers where everything is. */
export function parseYaml(source: string): ParsedYaml {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const errors = document.errors
    .slice(0, MOST_ERRORS)
    .map(({ pos, message }) => ({ line: counter.linePos(pos[0]).line, message }));
  let data: unknown = null;
  try {
    if (errors.length === 0) data = document.toJS();
  } catch (error) {
    // An alias (*name) without its anchor is only found here, and without its place.
    const star = source.split('\n').findIndex((line) => /[:\-[,]\s*\*/u.test(line));
    errors.push({ line: Math.max(0, star) + 1, message: (error as Error).message });
  }
  const lineOf = (path: (string | number)[]): number => {
    if (path.length === 0) return 1;
    const parent = (document.getIn(path.slice(0, -1), true) ??
      document.contents) as YamlNode | null;
    const pair = parent?.items?.find((item) => item.key?.value === path.at(-1));
    const range = pair?.key?.range ?? (document.getIn(path, true) as YamlNode | undefined)?.range;
    return range ? counter.linePos(range[0]!).line : lineOf(path.slice(0, -1));
  };
  return { data, lineOf, errors };
}

/**
 * Splits a file into frontmatter and body.
 * @param source the file's text with Unix line endings
 * @returns the YAML parsed, and the rest with blank lines in place of the frontmatter, so that lines keep their numbers;
 *   null where the file does not begin with frontmatter
 */
export function parseFrontmatter(source: string): (ParsedYaml & { body: string }) | null {
  const [head, yaml = ''] = HEAD.exec(source) ?? [];
  if (head === undefined) return null;
  const body = head.replace(/[^\n]/gu, '') + source.slice(head.length);
  return { ...parseYaml(`\n${yaml}`), body };
}
