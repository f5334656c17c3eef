/** Writes what is made from the code: `npm run docs:problems` the page of problems, `npm run schema` that of `library.yaml`. */
import { writeFileSync } from 'node:fs';
import { LIBRARY_JSON_SCHEMA, libraryJsonSchema } from '../library/schemas/library.ts';
import { problemsPage } from '../library/problems/registry.ts';

if (process.argv[2] === 'schema') writeFileSync(LIBRARY_JSON_SCHEMA, libraryJsonSchema());
else writeFileSync('docs/problems.md', problemsPage());
