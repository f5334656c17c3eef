/** A folder of Markdown texts as a library of policies, built by the site's own build into a temporary folder. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const escapeMarkdown = (line: string): string => line.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Writes `policies/<name>.md` for each text: the first `# ` line is the title, each other line a paragraph. */
export function writeLibrary(corpus: string, content: string): void {
  mkdirSync(join(content, 'policies'), { recursive: true });
  const config = ['id: bench', 'name: 语料', 'description: 语料', 'language: zh-Hans'];
  writeFileSync(join(content, 'library.yaml'), `${config.join('\n')}\n`);
  for (const file of readdirSync(corpus).filter((name) => name.endsWith('.md'))) {
    const lines = readFileSync(join(corpus, file), 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const heading = lines.findIndex((line) => line.startsWith('# '));
    const title = heading >= 0 ? lines[heading]!.slice(2) : basename(file, '.md');
    const paragraphs = lines.filter((_, at) => at !== heading).map(escapeMarkdown);
    const id = basename(file, '.md').toLowerCase();
    writeFileSync(
      join(content, 'policies', `${id}.md`),
      `---\ntitle: ${JSON.stringify(title)}\n---\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
}

/** Builds a library. Throws with the build's own words when it fails. */
export function buildLibrary(content: string | undefined, out: string): void {
  const env = { ...process.env, OUT_DIR: out, ...(content && { CONTENT_DIR: content }) };
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], { env, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`The build failed.\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`);
}
