/** Reads what binds a customer's number: the last contact (D6), and the do-not-call list (D2c). */
import { sql } from 'kysely';
import { selectNumberHashes } from '#db/contact/merged-rows.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/**
 * `contactedAt` is null where nobody contacted the number until `now`, and for a brand without a cool-down. */
export const readNumberFacts = preparedRead<{ brandId: string; customerId: string; now: number }>()(
  'read_number_facts',
  (q, p) =>
    q
      .selectFrom('customers as c')
      .innerJoin('brands as b', 'b.brandId', 'c.brandId')
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .select([
        'b.coolDownDays',
        'c.permission',
        'c.permissionOn',
        sql<string | null>`(select max(l.first_listed_on) from do_not_call_numbers l
          where l.brand_id = c.brand_id and l.number_hash = any(${selectNumberHashes()}) and l.removed_at is null)`.as(
          'doNotCallOn',
        ),
        sql<number | null>`(case when b.cool_down_days > 0 then (select d.handed_at from handovers d
          join attempts a on a.brand_id = d.brand_id and a.id = d.attempt_id
          where d.brand_id = c.brand_id and d.number_hash = any(${selectNumberHashes()}) and d.withdrawn_at is null
            and a.origin not in ('reply', 'service') and a.state <> 'failed'
            and d.handed_at <= ${instant(p.now)}
          order by d.handed_at desc limit 1) end)`.as('contactedAt'),
      ]),
);
