/** Sets the idle timeout of a deciding transaction, since a decision may be outdated after a long pause (D15). */
import { sql } from 'kysely';
import { preparedRead } from './prepared.ts';

/**
 * The transaction must send this first. If the process then sleeps for more than four seconds (paused, swapped out),
 * the database ends the transaction: nothing is committed, and other transactions wait no longer for its locks.
 */
export const setIdleTimeout = preparedRead<Record<never, never>>()('set_idle_timeout', (q) =>
  q.selectNoFrom(sql`set_config('idle_in_transaction_session_timeout', '4s', true)`.as('set')),
);
