/** Writes `docs/access.md`, which says who may do what, from the access table in the code. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accessPage } from '#kit/access-page.ts';

writeFileSync(join(dirname(import.meta.dirname), 'docs', 'access.md'), accessPage());
