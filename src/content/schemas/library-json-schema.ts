/** The JSON Schema of `library.yaml`, for editors; that of frontmatter Astro writes into `.astro/collections`. */
import { z } from 'zod';
import { librarySchema } from './library.ts';

/** Where VS Code's settings look for it. */
export const LIBRARY_JSON_SCHEMA = '.vscode/library.schema.json';

/** @returns the text of the file */
export const libraryJsonSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(librarySchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
