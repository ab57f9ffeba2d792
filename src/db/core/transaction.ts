/** Runs one transaction on one connection and sends statements without waiting for earlier answers. */

import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type pg from 'pg';
import type { DB } from '#db/schema.ts';
import { columnNames } from './column-names.ts';
import { queryOf } from './connection/named-query.ts';
import type { Naming, Tx } from './db.ts';
import type { Prepared } from './statement.ts';

/**
 * A `Transaction` is used once. The connection's client has `pipeline: true`: a query is written at once, and answers
 * arrive in order. All queries written in one tick of the event loop leave in one packet.
 */
export class Transaction implements Tx {
  readonly #client: pg.PoolClient;
  readonly #naming: Naming;
  #kysely: Kysely<DB> | undefined;
  #failure: unknown;
  #failed = false;
  #over = false;
  #last: Promise<unknown> = Promise.resolve();
  readonly #listeners: ((isCommitted: boolean) => void)[] = [];

  constructor(client: pg.PoolClient, naming: Naming) {
    this.#client = client;
    this.#naming = naming;
  }

  /** Sends `begin`, runs the work, commits. Throws the first error, after rolling everything back. */
  async carryOut<T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.#sendText(begin);
    let result: T;
    try {
      result = await work(this);
    } catch (error) {
      this.#noteFailure(error);
      await this.#end('rollback');
      this.#notifyListeners(false);
      throw this.#failure;
    }
    const tag = await this.#end('commit');
    this.#notifyListeners(!this.#failed && tag === 'COMMIT');
    if (this.#failed) throw this.#failure;
    if (tag !== 'COMMIT') throw new Error(`The transaction was not committed: the database answered ${tag} to COMMIT`);
    return result;
  }

  get q(): Kysely<DB> {
    this.#kysely ??= new Kysely<DB>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new OneConnection({ executeQuery: (query) => this.#execute(query), streamQuery }),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
      plugins: [columnNames],
    });
    return this.#kysely;
  }

  run<P, R>(statement: Prepared<P, R>, args: P): Promise<R[]> {
    const query = queryOf(this.#naming, statement, args);
    const rows = this.#query<pg.QueryArrayResult>(query).then(statement.rowsOf);
    rows.catch(ignoreNotedError);
    return rows;
  }

  send<P, R>(statement: Prepared<P, R>, args: P): void {
    this.#query(queryOf(this.#naming, statement, args)).catch(ignoreNotedError);
  }

  async answered(): Promise<void> {
    await this.#last;
  }

  whenOver(listener: (isCommitted: boolean) => void): void {
    this.#listeners.push(listener);
  }

  #notifyListeners(isCommitted: boolean): void {
    for (const listener of this.#listeners) listener(isCommitted);
  }

  async #execute<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#query({ text: sql, values: [...parameters] });
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  async #query<R = pg.QueryResult>(query: pg.QueryConfig): Promise<R> {
    if (this.#over) throw new Error('The transaction is over: await every query inside its work');
    this.#corkUntilNextTick();
    try {
      const answer = this.#client.query(query);
      this.#last = answer;
      return (await answer) as R;
    } catch (error) {
      this.#noteFailure(error);
      throw error;
    }
  }

  #sendText(text: string): void {
    this.#query({ text }).catch(ignoreNotedError);
  }

  /**
   * Ends the transaction and returns the command tag: COMMIT, or ROLLBACK, also where a failed statement turned COMMIT
   * into a rollback.
   */
  async #end(command: 'commit' | 'rollback'): Promise<string> {
    this.#over = true;
    this.#corkUntilNextTick();
    try {
      return (await this.#client.query(command)).command;
    } catch (error) {
      this.#noteFailure(error);
      return '';
    }
  }

  /** Keeps the first error, which is the cause; later errors only say that the transaction is aborted. */
  #noteFailure(error: unknown): void {
    if (!this.#failed) this.#failure = error;
    this.#failed = true;
  }

  /** Buffers writes until the end of this tick of the event loop. */
  #corkUntilNextTick(): void {
    const { stream } = (this.#client as unknown as { connection: { stream: Corkable } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

interface Corkable {
  cork(): void;
  uncork(): void;
}

/** Ignores an error that no caller awaits: `#noteFailure` has kept the error, and `carryOut` throws it. */
const ignoreNotedError = () => undefined;

const streamQuery = () => {
  throw new Error('A pipelined connection has no cursor to stream rows: read in pages instead');
};

/** Gives Kysely the transaction's only connection, which is in a transaction already. */
class OneConnection implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  acquireConnection = async () => this.#connection;
  init = async () => undefined;
  releaseConnection = async () => undefined;
  destroy = async () => undefined;
  beginTransaction = refuse;
  commitTransaction = refuse;
  rollbackTransaction = refuse;
}

async function refuse(): Promise<never> {
  throw new Error('A transaction inside a transaction is not supported: the connection is in one already');
}
