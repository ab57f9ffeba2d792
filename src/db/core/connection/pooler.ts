/** Detects a pooler between the program and PostgreSQL, and whether named prepared statements work through it. */
import pg from 'pg';

export type Path =
  /** Directly to PostgreSQL, or through a pooler that keeps a client's statements (PgBouncer 1.21 or newer). */
  | { readonly naming: 'named'; readonly isPooled: boolean }
  /** `why`: the error that a named statement caused. */
  | { readonly naming: 'unnamed'; readonly isPooled: true; readonly why: string };

const PATIENCE_MS = 5_000;
/** No statement of this program has this name. */
const NAME = 'oto_pooler_probe';

/**
 * Tries named statements on two short connections. `url`: the address of a login. Throws the error that prevents a
 * connection. A pooler in transaction mode may run a client's next transaction on any of its connections. An older one
 * (PgBouncer before 1.21, or with `max_prepared_statements = 0`) does not have the statement on that connection, or has
 * another client's statement of the same name.
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

/**
 * Whether the connection is direct. PostgreSQL tells a client the process that serves it; a pooler invents a number, or
 * gives the number of a process that also serves other clients.
 */
async function isDirect(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid === (client as unknown as { processID: number }).processID;
}

/** Returns null if named statements work, else the error. */
async function tryNames(first: pg.Client, second: pg.Client): Promise<string | null> {
  try {
    await first.query({ name: NAME, text: 'select 1' });
    // The pooler most likely reuses the connection that `first` has just released: the same name now means another
    // statement.
    await second.query({ name: NAME, text: 'select 2' });
    // The open transaction of `second` occupies that connection, so that `first` gets another one.
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
