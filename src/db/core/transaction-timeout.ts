/** A transaction that decides must not stay idle between its decision and its commit: what it decided may not be true any more. */
import { sql } from 'kysely';
import { preparedRead } from './prepared.ts';

/**
 * To be sent first. Where the process sleeps longer than that (paused, swapped out) with the transaction open, the
 * database ends it: nothing of it is committed, and nobody waits longer for what it held.
 */
export const setIdleTimeout = preparedRead<Record<never, never>>()('set_idle_timeout', (q) =>
  q.selectNoFrom(sql`set_config('idle_in_transaction_session_timeout', '4s', true)`.as('set')),
);
