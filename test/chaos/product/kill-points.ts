/** Named points: a server ends or falls asleep exactly where it would hurt, between one statement and the next. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Of a transaction that writes a receipt, of any or of a release; or of one that claims or re-times without a receipt:
 * `decided`: before its receipt is sent · `commit`: before COMMIT leaves · `committing`: COMMIT has left, nobody has
 * heard · `committed`: COMMIT is answered, and nobody was told yet.
 */
export const MOMENTS = ['decided', 'commit', 'committing', 'committed'] as const;
export type Moment = (typeof MOMENTS)[number];
export const KINDS = ['decision', 'release', 'claim'] as const;
export type Kind = (typeof KINDS)[number];

/** What the harness orders: at the `nth` time that the point is passed, end or sleep. */
export interface Order {
  readonly id: number;
  readonly kind: Kind;
  readonly moment: Moment;
  readonly nth: number;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
  /** A file that whoever carries it out makes: of several who were ordered, the first alone. */
  readonly once?: string;
}

export const ORDER_FILE = 'order.json';
/** A line for each order that was carried out, written before it was. */
export const DONE_FILE = 'done';

const POLL_MS = 20;

/** What a connection's transaction has sent so far. */
interface Under {
  receipt: boolean;
  release: boolean;
  hold: boolean;
}

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
      // None was given yet, or it was withdrawn.
      order = null;
    }
  };
  poll();
  setInterval(poll, POLL_MS).unref();

  const pass = (under: Under, moment: Moment): void => {
    if (order === null || order.moment !== moment || !isOf(order.kind, under)) return;
    left -= 1;
    if (left > 0) return;
    const { id, signal, once } = order;
    order = null;
    if (once !== undefined && !isFirst(once)) return;
    appendFileSync(join(dir, DONE_FILE), `${id}\n`);
    process.kill(process.pid, signal);
  };

  const transactions = new WeakMap<pg.Client, Under>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const send = () => (query as (...all: unknown[]) => unknown).apply(this, args);
    const [text, values] = textOf(args[0]);
    if (text.startsWith('begin')) {
      transactions.set(this, { receipt: false, release: false, hold: false });
      return send();
    }
    const under = transactions.get(this);
    if (under === undefined) return send();
    if (text === 'commit') {
      transactions.delete(this);
      if (!under.receipt && !under.hold) return send();
      pass(under, 'commit');
      const answer = send();
      setImmediate(() => pass(under, 'committing'));
      if (answer instanceof Promise) answer.then(() => pass(under, 'committed')).catch(ignore);
      return answer;
    }
    if (RECEIPT.test(text)) {
      under.receipt = true;
      under.release ||= text.includes("'release'") || values.some(saysRelease);
      pass(under, 'decided');
    } else if (HOLD.test(text)) {
      const answer = send();
      // Who came second to a claim has claimed nothing.
      if (text.includes('returning') && answer instanceof Promise) {
        answer.then(({ rowCount }) => {
          under.hold ||= rowCount > 0;
        }, ignore);
      } else under.hold = true;
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
const HOLD = /(insert into|update) "holds"/;

function isOf(kind: Kind, { receipt, release, hold }: Under): boolean {
  if (kind === 'decision') return receipt && !release;
  return kind === 'release' ? release : hold && !receipt;
}

/** As a value of its own, or in a row of JSON. */
function saysRelease(value: unknown): boolean {
  return typeof value === 'string' && /(^|")release($|")/.test(value);
}

function textOf(query: unknown): [string, readonly unknown[]] {
  if (typeof query === 'string') return [query, []];
  const { text = '', values = [] } = (query ?? {}) as pg.QueryConfig;
  return [text, values];
}
