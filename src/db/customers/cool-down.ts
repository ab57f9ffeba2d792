/** Reads the last contact with a customer's number, for a brand that has a cool-down (D6). */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** `contactedAt` is null where nobody contacted the number until `now`, and for a brand without a cool-down. */
export const readCoolDown = preparedRead<{ brandId: string; customerId: string; now: number }>()(
  'read_cool_down',
  (q, p) =>
    q
      .selectFrom('customers as c')
      .innerJoin('brands as b', 'b.brandId', 'c.brandId')
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .select([
        'b.coolDownDays',
        sql<number | null>`(case when b.cool_down_days > 0 then (select d.handed_at from handovers d
          join attempts a on a.brand_id = d.brand_id and a.id = d.attempt_id
          where d.brand_id = c.brand_id and d.number_hash = c.number_hash and d.withdrawn_at is null
            and a.origin not in ('reply', 'service') and a.state <> 'failed'
            and d.handed_at <= ${instant(p.now)}
          order by d.handed_at desc limit 1) end)`.as('contactedAt'),
      ]),
);
