/** One transaction on one connection, its statements sent without waiting for the answers before them. */

import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type pg from 'pg';
import type { DB } from '#db/schema.ts';
import { columnNames } from './column-names.ts';
import { queryOf } from './connection/named-query.ts';
import type { Naming, Tx } from './db.ts';
import type { Prepared } from './statement.ts';

/**
 * Made for one use. The connection's client has `pipeline: true`, so a query is written at once and answered in order;
 * what is written in one go of the event loop leaves in one packet.
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

  /** Begins with `begin`, does the work, commits. Throws what failed first, with nothing left behind. */
  async carryOut<T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.#sendText(begin);
    let result: T;
    try {
      result = await work(this);
    } catch (error) {
      this.#note(error);
      await this.#end('rollback');
      this.#tell(false);
      throw this.#failure;
    }
    const tag = await this.#end('commit');
    this.#tell(!this.#failed && tag === 'COMMIT');
    if (this.#failed) throw this.#failure;
    if (tag !== 'COMMIT') throw new Error(`The database answered ${tag} to COMMIT`);
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
    rows.catch(alreadyNoted);
    return rows;
  }

  send<P, R>(statement: Prepared<P, R>, args: P): void {
    this.#query(queryOf(this.#naming, statement, args)).catch(alreadyNoted);
  }

  async answered(): Promise<void> {
    await this.#last;
  }

  whenOver(told: (isCommitted: boolean) => void): void {
    this.#listeners.push(told);
  }

  #tell(isCommitted: boolean): void {
    for (const told of this.#listeners) told(isCommitted);
  }

  async #execute<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#query({ text: sql, values: [...parameters] });
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  async #query<R = pg.QueryResult>(query: pg.QueryConfig): Promise<R> {
    if (this.#over) throw new Error('The transaction is over: await every query inside the work');
    this.#hold();
    try {
      const answer = this.#client.query(query);
      this.#last = answer;
      return (await answer) as R;
    } catch (error) {
      this.#note(error);
      throw error;
    }
  }

  #sendText(text: string): void {
    this.#query({ text }).catch(alreadyNoted);
  }

  /** Answers the command tag: COMMIT, or ROLLBACK also where a failed statement made COMMIT one. */
  async #end(command: 'commit' | 'rollback'): Promise<string> {
    this.#over = true;
    this.#hold();
    try {
      return (await this.#client.query(command)).command;
    } catch (error) {
      this.#note(error);
      return '';
    }
  }

  /** The first failure is the cause; those after it only say that the transaction is aborted. */
  #note(error: unknown): void {
    if (!this.#failed) this.#failure = error;
    this.#failed = true;
  }

  /** Holds writing back until this go of the event loop is done. */
  #hold(): void {
    const { stream } = (this.#client as unknown as { connection: { stream: Corkable } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

interface Corkable {
  cork(): void;
  uncork(): void;
}

/** A failure nobody waits for still fails the transaction, at its end. */
const alreadyNoted = () => undefined;

const streamQuery = () => {
  throw new Error('Read in pages: a transaction on a pipelined connection has no cursor');
};

/** Kysely asks a driver for a connection; here there is one, and it is in a transaction already. */
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
  throw new Error('This is a transaction already');
}
