/** Whether a failure says that the database cannot be had right now, so that callers come again and nothing else is blamed. */
import pg from 'pg';
import { Collision } from './db.ts';

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH', 'ENOTFOUND']);
/** Classes 08 (connection), 53 (resources), 57 (operator intervention), and a second collision. */
const CLASSES = ['08', '53', '57'];
/** What the driver says without a code. */
const SAID = /Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed/;

export function isUnreachable(error: unknown): boolean {
  if (error instanceof Collision) return true;
  if (error instanceof pg.DatabaseError) return CLASSES.includes(error.code?.slice(0, 2) ?? '');
  if (!(error instanceof Error)) return false;
  return NETWORK.has((error as NodeJS.ErrnoException).code ?? '') || SAID.test(error.message);
}

/** The same, or somebody else was in the way: a lock that was waited for too long, a transaction that dozed too long. */
export function isPassing(error: unknown): boolean {
  return isUnreachable(error) || (error instanceof pg.DatabaseError && BUSY.has(error.code ?? ''));
}

const BUSY = new Set(['55P03', '25P03', '40001', '40P01']);
