/** library.yaml: whose library it is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../library/types.ts';
import { say, type Said } from '../library/problems/registry.ts';
import { librarySchema, type LibraryConfig } from './schemas/library.ts';
import { decode } from './decode.ts';
import { parseYaml } from './frontmatter.ts';
import { checkSchema } from './schema-faults.ts';

/** Its name in the content folder. */
export const CONFIG_FILE = 'library.yaml';

/** @returns null in place of what cannot be read, with everything that is wrong with it */
export async function readConfig(
  folder: string,
): Promise<{ config: LibraryConfig | null; problems: Problem[] }> {
  const problem = (line: number, said: Said): Problem => ({ file: CONFIG_FILE, line, ...said });
  let source: string;
  try {
    source = decode(await readFile(join(folder, CONFIG_FILE)));
  } catch (error) {
    const said = say(error instanceof TypeError ? 'not-utf8' : 'config-missing');
    return { config: null, problems: [problem(1, said)] };
  }
  const yaml = parseYaml(source);
  const syntax = yaml.errors.map((e) => problem(e.line, say('yaml-syntax', { reason: e.message })));
  if (syntax.length) return { config: null, problems: syntax };
  const { data, faults } = checkSchema(librarySchema, yaml.data ?? {});
  const problems = faults.map(({ path, ...said }) => problem(yaml.lineOf(path), said));
  return { config: data, problems };
}
