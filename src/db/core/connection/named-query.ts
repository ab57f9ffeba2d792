/** A statement on its way to the driver. */
import type pg from 'pg';
import type { Naming } from '#db/core/db.ts';
import type { Prepared } from '#db/core/statement.ts';

/** As the driver takes it. Behind an older pooler no statement has a name. */
export function queryOf<P, R>(naming: Naming, { name, text, valuesOf }: Prepared<P, R>, args: P): pg.QueryArrayConfig {
  const query = { text, values: valuesOf(args), rowMode: 'array' } as const;
  return naming === 'named' ? { name, ...query } : query;
}
