/** `npm run schema`: writes the JSON Schema of `library.yaml` for VS Code. */
import { writeFileSync } from 'node:fs';
import { LIBRARY_JSON_SCHEMA, libraryJsonSchema } from '../content/schemas/library-json-schema.ts';

writeFileSync(LIBRARY_JSON_SCHEMA, libraryJsonSchema());
