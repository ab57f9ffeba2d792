/** Reads what of a brand's set-up is done. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

/**
 * Reads the state of the set-up. `storesWithoutPin`: the ids of the stores in which no active person has a PIN. A brand
 * has asked for quiet hours if a ticket asked to activate them, or support published them.
 */
export const readSetupState = preparedRead<{ brandId: string }>()('read_setup_state', (q, p) =>
  q
    .selectFrom('brands as b')
    .innerJoin('policyHeads as h', 'h.brandId', 'b.brandId')
    .where('b.brandId', '=', p.brandId)
    .select([
      'b.plan',
      sql<number>`(select count(*)::int from stores s where s.brand_id = b.brand_id and s.closed_at is null)`.as(
        'stores',
      ),
      sql<number>`(select count(*)::int from stores s where s.brand_id = b.brand_id and s.closed_at is null and not exists (select from store_hours o
        where o.brand_id = s.brand_id and o.store_id = s.id))`.as('storesWithoutHours'),
      sql<
        string[]
      >`array(select s.id::text from stores s where s.brand_id = b.brand_id and s.closed_at is null and not exists (
        select from people w join pins i on i.brand_id = w.brand_id and i.person_id = w.id and i.store_id = w.store_id
        where w.brand_id = s.brand_id and w.store_id = s.id and w.active))`.as('storesWithoutPin'),
      sql<boolean>`exists (select from customers c where c.brand_id = b.brand_id)`.as('hasCustomers'),
      sql<boolean>`h.version > 0 or exists (select from tickets t
        where t.brand_id = b.brand_id and t.kind = 'activate')`.as('hasAskedForQuietHours'),
    ]),
);
