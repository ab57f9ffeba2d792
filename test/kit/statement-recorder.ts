/** Records the statements that a request sends to the database, and which of them are sent together. */
import pg from 'pg';

export interface Sent {
  /** The login that sent the statement. */
  readonly user: string;
  readonly name: string | null;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Statements of one flight are sent without waiting for each other. */
  readonly flight: number;
}

/** Records every statement of this process while `work` runs. Only one request may run at that time. */
export async function recordStatements(work: () => Promise<unknown>): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  let answered = 0;
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [pg.QueryConfig | string];
    const config = typeof first === 'string' ? { text: first, values: args[1] as unknown[] | undefined } : first;
    const { name = null, text } = config as pg.QueryConfig;
    sent.push({ user: this.user ?? '', name, text, values: config.values ?? [], flight: answered });
    const result = (query as (...args: unknown[]) => unknown).apply(this, args);
    if (result instanceof Promise) {
      const count = () => {
        answered++;
      };
      result.then(count, count);
    }
    return result;
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}
