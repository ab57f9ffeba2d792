/** Converts a statement with its arguments to the driver's query format. */
import type pg from 'pg';
import type { Naming } from '#db/core/db.ts';
import type { Prepared } from '#db/core/statement.ts';

/** Returns the driver's query. The query has no name where the pooler does not support names. */
export function queryOf<P, R>(naming: Naming, { name, text, valuesOf }: Prepared<P, R>, args: P): pg.QueryArrayConfig {
  const query = { text, values: valuesOf(args), rowMode: 'array' } as const;
  return naming === 'named' ? { name, ...query } : query;
}
