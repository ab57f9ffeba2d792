/** Which failures of the database pass by themselves, so that callers are told to come again and nothing else is blamed. */
import pg from 'pg';

/** The database was asked and gave no answer. What it was asked for may have been done or not. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** Two transactions got in each other's way twice. Nothing of the work remains; it may be tried later. */
export class Collision extends Error {
  override readonly name = 'Collision';
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Classes of SQLSTATE: 08 connection, 53 resources, 57 operator intervention and timeouts of statements. */
const CLASSES = ['08', '53', '57'];
/**
 * 25006: read-only, as the old primary after a failover. 25P03: idle in a transaction for too long. 26000 and 42P05: a
 * pooler that mixes up named statements. 28000 and 28P01: a login whose password was just changed. 40001, 40P01 and
 * 55P03: somebody else is in the way.
 */
const CODES = new Set(['25006', '25P03', '26000', '28000', '28P01', '40001', '40P01', '42P05', '55P03']);

/** What the driver says without a code. A pool has ended where this server is stopping: another one answers. */
const SAID =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable|Client was closed|pool after calling end/;

/** Whether the failure, or the one that caused it, is the database's and will pass. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Collision || error instanceof Unanswered) return true;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof pg.DatabaseError) return CLASSES.includes(code.slice(0, 2)) || CODES.has(code);
  return NETWORK.has(code) || SAID.test(error.message) || isPassing(error.cause);
}
