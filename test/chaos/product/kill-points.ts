/** Kills or suspends a server at a named point of a transaction, between one statement and the next, as the harness orders. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * The points of a transaction. `decided`: before the receipt is sent · `commit`: before COMMIT is sent · `committing`: COMMIT
 * is sent and not answered · `committed`: COMMIT is answered and the client has no answer yet. The kinds of transaction:
 * `decision` writes a receipt of a person, `release` one of a release, `claim` changes a hold without a receipt, `suggest` belongs to
 * the run that makes a store's suggestions: it claims the run, reads a page of customers (which counts as `decided`), or writes.
 */
export const MOMENTS = ['decided', 'commit', 'committing', 'committed'] as const;
export type Moment = (typeof MOMENTS)[number];
export const KINDS = ['decision', 'release', 'claim', 'suggest'] as const;
export type Kind = (typeof KINDS)[number];

/** An order of the harness: the process gets `signal` at the `nth` time that a transaction passes the point. */
export interface Order {
  readonly id: number;
  readonly kind: Kind;
  readonly moment: Moment;
  readonly nth: number;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
  /** A file that the server creates before it obeys; of several servers with the same order, only the first can create the file. */
  readonly once?: string;
}

export const ORDER_FILE = 'order.json';
/** The file with a line for each order that a server obeyed, written just before. */
export const DONE_FILE = 'done';

const POLL_MS = 20;

/** What the transaction of a connection has sent so far. */
interface Sent {
  receipt: boolean;
  release: boolean;
  hold: boolean;
  suggest: boolean;
}

/** Wraps `pg.Client.query` so that every statement of a transaction is compared with the present order. */
export function watchPoints(dir: string): void {
  let order: Order | null = null;
  let [seen, left] = [0, 0];
  const poll = () => {
    try {
      const found = JSON.parse(readFileSync(join(dir, ORDER_FILE), 'utf8')) as Order;
      if (found.id === seen) return;
      seen = found.id;
      left = found.nth;
      order = found;
    } catch {
      // The file is missing: no order was given yet, or the order was withdrawn.
      order = null;
    }
  };
  poll();
  setInterval(poll, POLL_MS).unref();

  const pass = (sent: Sent, moment: Moment): void => {
    if (order === null || order.moment !== moment || !isOf(order.kind, sent)) return;
    left -= 1;
    if (left > 0) return;
    const { id, signal, once } = order;
    order = null;
    if (once !== undefined && !isFirst(once)) return;
    appendFileSync(join(dir, DONE_FILE), `${id}\n`);
    process.kill(process.pid, signal);
  };

  const transactions = new WeakMap<pg.Client, Sent>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const send = () => (query as (...all: unknown[]) => unknown).apply(this, args);
    const [text, values] = textOf(args[0]);
    if (text.startsWith('begin')) {
      transactions.set(this, { receipt: false, release: false, hold: false, suggest: false });
      return send();
    }
    const sent = transactions.get(this);
    if (sent === undefined) return send();
    if (text === 'commit') {
      transactions.delete(this);
      if (!sent.receipt && !sent.hold && !sent.suggest) return send();
      pass(sent, 'commit');
      const answer = send();
      setImmediate(() => pass(sent, 'committing'));
      if (answer instanceof Promise) answer.then(() => pass(sent, 'committed')).catch(ignore);
      return answer;
    }
    if (RECEIPT.test(text)) {
      sent.receipt = true;
      sent.release ||= text.includes("'release'") || values.some(saysRelease);
      pass(sent, 'decided');
    } else if (SUGGEST.test(text)) {
      sent.suggest = true;
      pass(sent, 'decided');
    } else if (HOLD.test(text)) {
      const answer = send();
      // A claim that returns no row has claimed nothing, because another server was first.
      if (text.includes('returning') && answer instanceof Promise) {
        answer.then(({ rowCount }) => {
          sent.hold ||= rowCount > 0;
        }, ignore);
      } else sent.hold = true;
      return answer;
    }
    return send();
  } as typeof query;
}

function isFirst(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

const ignore = () => undefined;

const RECEIPT = /insert into "receipts"/;
/** The statements of a run: its row is claimed, locked and finished, and each page reads the purchases of customers. */
const SUGGEST = /"suggestion_runs"|cross join lateral \(select u\.id, u\.bought_on/;
const HOLD = /(insert into|update) "holds"/;

function isOf(kind: Kind, { receipt, release, hold, suggest }: Sent): boolean {
  if (kind === 'suggest') return suggest;
  if (kind === 'decision') return receipt && !release;
  return kind === 'release' ? release : hold && !receipt;
}

/** Whether an argument is `release`, or a JSON text that contains the value `release`. */
function saysRelease(value: unknown): boolean {
  return typeof value === 'string' && /(^|")release($|")/.test(value);
}

function textOf(query: unknown): [string, readonly unknown[]] {
  if (typeof query === 'string') return [query, []];
  const { text = '', values = [] } = (query ?? {}) as pg.QueryConfig;
  return [text, values];
}
