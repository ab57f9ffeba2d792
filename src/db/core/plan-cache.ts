/** The statements that decide find their rows by keys alone: how, is found out once for each connection, and not at every decision. */
import { sql } from 'kysely';
import { preparedRead } from './prepared.ts';

/**
 * To be sent first. Left to itself the database looks at the values, too, and plans anew each time: of a decision's facts
 * that takes ten times as long as reading them.
 */
export const keptPlans = preparedRead<Record<never, never>>()('kept_plans', (q) =>
  q.selectNoFrom(sql`set_config('plan_cache_mode', 'force_generic_plan', true)`.as('set')),
);
