/** Recognises a pooler between the program and Postgres, and whether named prepared statements survive in it. */
import pg from 'pg';

export type Path =
  /** Straight to Postgres, or through a pooler that keeps a client's statements (PgBouncer 1.21 or newer). */
  | { readonly naming: 'named'; readonly isPooled: boolean }
  /** `why`: what went wrong with a named statement. */
  | { readonly naming: 'unnamed'; readonly isPooled: true; readonly why: string };

const PATIENCE_MS = 5_000;
/** Long enough to be no statement of ours. */
const NAME = 'oto_pooler_probe';

/**
 * Finds out by trying, on two short connections. `url`: of a login. Throws what keeps it from connecting. A pooler in
 * transaction mode gives a client's next transaction to any of its connections: an older one (PgBouncer before 1.21, or
 * with `max_prepared_statements = 0`) does not have the statement there, or has another client's of the same name.
 */
export async function findPath(url: string): Promise<Path> {
  const [first, second] = [clientOf(url), clientOf(url)];
  try {
    await first.connect();
    if (await isDirect(first)) return { naming: 'named', isPooled: false };
    await second.connect();
    const why = await tryNames(first, second);
    return why === null ? { naming: 'named', isPooled: true } : { naming: 'unnamed', isPooled: true, why };
  } finally {
    await Promise.allSettled([first.end(), second.end()]);
  }
}

/** Postgres tells a client the process that serves it; a pooler invents a number, or tells one that serves others too. */
async function isDirect(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid === (client as unknown as { processID: number }).processID;
}

/** Null where a named statement stays with its client. */
async function tryNames(first: pg.Client, second: pg.Client): Promise<string | null> {
  try {
    await first.query({ name: NAME, text: 'select 1' });
    // On the connection that the first has just left: the same name, another statement.
    await second.query({ name: NAME, text: 'select 2' });
    // The second keeps that connection busy, so that the first is given another one.
    await second.query('begin');
    await second.query('select 3');
    await first.query({ name: NAME, text: 'select 1' });
    await second.query('rollback');
    await second.query({ name: NAME, text: 'select 2' });
    return null;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

function clientOf(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: 'oto start',
  });
  client.on('error', () => undefined);
  return client;
}
