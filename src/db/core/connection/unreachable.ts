/** Tells which failures of the database pass by themselves, so that callers are asked to try again. */
import pg from 'pg';

/** The database got a statement and gave no answer. Whether the statement took effect is unknown. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** Two transactions collided twice. The work was rolled back and may be tried later. */
export class Collision extends Error {
  override readonly name = 'Collision';
}

const NETWORK_CODES = new Set([
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
const ERROR_CLASSES = ['08', '53', '57'];
/**
 * 25006: read-only, like the old primary after a failover. 25P03: idle in a transaction for too long. 26000 and 42P05:
 * a pooler that mixes up named statements. 28000 and 28P01: a login whose password was just changed. 40001, 40P01 and
 * 55P03: another transaction is in the way.
 */
const ERROR_CODES = new Set(['25006', '25P03', '26000', '28000', '28P01', '40001', '40P01', '42P05', '55P03']);

/**
 * Messages of the driver that have no code. `pool after calling end`: this server is stopping, and another server will
 * answer.
 */
const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable|Client was closed|pool after calling end/;

/** Whether the error, or its cause, is a failure of the database that passes by itself. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Collision || error instanceof Unanswered) return true;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof pg.DatabaseError) return ERROR_CLASSES.includes(code.slice(0, 2)) || ERROR_CODES.has(code);
  return NETWORK_CODES.has(code) || MESSAGES.test(error.message) || isPassing(error.cause);
}
