/** Writes `src/db/schema.ts` from a database with all migrations: `node scripts/generate-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSchema } from '#kit/describe-schema.ts';

writeFileSync(join(import.meta.dirname, '..', 'src', 'db', 'schema.ts'), await describeSchema());
