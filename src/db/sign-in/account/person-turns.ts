/** Ends the turns of a person on all devices, for support. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Ends the open turns of a person: as idle if their time was over already, else as signed out. */
export const endTurnsOfPerson = preparedWrite<{ brandId: string; personId: string; now: Instant }>()(
  'end_turns_of_person',
  (q, p) =>
    q
      .updateTable('turns')
      .set({
        endedAt: sql<never>`least(ends_at, ${instant(p.now)})`,
        endedHow: sql<'idle' | 'signed_out'>`case when ends_at <= ${instant(p.now)} then 'idle' else 'signed_out' end`,
      })
      .where('brandId', '=', p.brandId)
      .where('personId', '=', p.personId)
      .where('endedAt', 'is', null),
);
