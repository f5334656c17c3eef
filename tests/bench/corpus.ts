/**
 * Texts for the benchmark: the first so many of a folder, and where it has fewer, the same again with
 * changes that follow from their number, so that no two are alike and every run has the same.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Text {
  /** Its file's name without the ending. */
  id: string;
  title: string;
  paragraphs: string[];
}

export interface Corpus {
  texts: Text[];
  /** How many of them are changed repetitions. */
  repeated: number;
  characters: number;
}

/** The texts of a folder: the first `# ` line is the title, each other line a paragraph; a title twice is left out. */
export function readTexts(folder: string): Omit<Text, 'id'>[] {
  const titles = new Set<string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const heading = lines.findIndex((line) => line.startsWith('# '));
      const title = heading >= 0 ? lines[heading]!.slice(2).trim() : name.slice(0, -3);
      const compact = title.replace(/\s+/gu, '');
      if (titles.has(compact) || compact.length < 2) return [];
      titles.add(compact);
      return [{ title, paragraphs: lines.filter((_, at) => at !== heading) }];
    });
}

const NUMERALS = '一二三四五六七八九';

/** A paragraph whose first numeral is another, the nth after it. */
const changed = (paragraph: string, n: number): string =>
  paragraph.replace(/[0-9一二三四五六七八九]/u, (numeral) => {
    const at = NUMERALS.indexOf(numeral);
    return at < 0 ? String((Number(numeral) + n) % 10) : NUMERALS[(at + n) % NUMERALS.length]!;
  });

/** Takes `size` of these texts, repeating them with changes where they are fewer. */
export function takeTexts(all: Omit<Text, 'id'>[], size: number): Corpus {
  const texts = Array.from({ length: size }, (_, at): Text => {
    const { title, paragraphs } = all[at % all.length]!;
    const round = Math.floor(at / all.length);
    return {
      id: `t${String(at + 1).padStart(6, '0')}`,
      title: round === 0 ? title : `${title}（另${round}）`,
      paragraphs: round === 0 ? paragraphs : paragraphs.map((text) => changed(text, round)),
    };
  });
  const length = ({ title, paragraphs }: Text): number =>
    paragraphs.reduce((sum, text) => sum + text.length, title.length);
  return {
    texts,
    repeated: Math.max(0, size - all.length),
    characters: texts.reduce((sum, text) => sum + length(text), 0),
  };
}

const escaped = (line: string): string => line.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** A text as an entry of the library has it. */
export const sourceOf = ({ title, paragraphs }: Text): string =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${paragraphs.map(escaped).join('\n\n')}\n`;

/** Writes a content folder of policies. */
export function writeContent({ texts }: Corpus, folder: string): void {
  mkdirSync(join(folder, 'policies'), { recursive: true });
  const config = ['id: bench', 'name: 语料', 'description: 语料', 'language: zh-Hans'];
  writeFileSync(join(folder, 'library.yaml'), `${config.join('\n')}\n`);
  for (const text of texts)
    writeFileSync(join(folder, 'policies', `${text.id}.md`), sourceOf(text));
}
