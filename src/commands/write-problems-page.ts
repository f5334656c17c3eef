/** `npm run docs:problems`: writes `docs/problems.md`. */
import { writeFileSync } from 'node:fs';
import { problemsPage } from '../library/problems/page.ts';

writeFileSync('docs/problems.md', problemsPage());
