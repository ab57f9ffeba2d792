/** Sets a short lock timeout for background work: such work gives up early and is tried again later. */
import { sql } from 'kysely';
import { preparedRead } from './prepared.ts';

/**
 * The transaction must send this first. Afterwards no statement of the transaction waits longer than one second for a
 * lock.
 */
export const setLockTimeout = preparedRead<Record<never, never>>()('set_lock_timeout', (q) =>
  q.selectNoFrom(sql`set_config('lock_timeout', '1s', true)`.as('set')),
);
