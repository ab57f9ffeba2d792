/** Reads and writes the silences that customers asked for (D4b). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { selectNumberHashes, selectRowIds } from './merged-rows.ts';

/** Whether the silence `z` binds the customer `c`: by a row of the customer, or by a number. */
const bindsCustomer = sql<boolean>`(z.customer_id = any(${selectRowIds()}) or z.number_hash = any(${selectNumberHashes()}))`;

/**
 * The silences of the customer `c` that nobody has ended, the oldest first: those of the row and those of the number, so
 * that a silence holds for duplicates. A silence whose date has passed may be among them.
 */
export const askedSilencesOfCustomer = sql<AskedSilence[]>`(select coalesce(jsonb_agg(case when z.days is null
          then jsonb_build_object('until', z.until_on)
          else jsonb_build_object('days', z.days, 'start', z.starts, 'end', z.ends) end order by z.id), '[]'::jsonb)
        from asked_silences z where z.brand_id = c.brand_id and z.ended_at is null
          and ${bindsCustomer})`;

export function selectAskedSilences() {
  return askedSilencesOfCustomer.as('askedSilences');
}

/** Lists a customer's silences that nobody has ended, the oldest first, with the person who wrote each down. */
export const listAskedSilences = preparedRead<{ brandId: string; customerId: string }>()(
  'list_asked_silences',
  (q, p) =>
    q
      .selectFrom('customers as c')
      .innerJoin('askedSilences as z', (on) => on.onRef('z.brandId', '=', 'c.brandId').on(bindsCustomer))
      .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'z.brandId').onRef('w.id', '=', 'z.madeBy'))
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .where('z.endedAt', 'is', null)
      .orderBy('z.id')
      .select(['z.id', 'z.days', 'z.starts', 'z.ends', 'z.madeAt', 'w.name as madeBy'])
      .select(sql<string | null>`z.until_on::text`.as('untilOn')),
);

export interface NewAskedSilence {
  readonly brandId: string;
  readonly id: string;
  readonly customerId: string;
  readonly days: readonly string[] | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly untilOn: string | null;
  readonly madeAt: number;
  readonly madeBy: string;
}

/** Inserts a silence. The number's hash is that of the customer's present number. A seller who is not the author has news. */
export const insertAskedSilence = preparedWrite<NewAskedSilence>()('insert_asked_silence', (q, p) =>
  q
    .insertInto('askedSilences')
    .columns([
      ...(['brandId', 'id', 'customerId', 'numberHash', 'days', 'starts', 'ends', 'untilOn'] as const),
      ...(['madeAt', 'madeBy', 'unreadBy'] as const),
    ])
    .expression(
      sql`select c.brand_id, ${p.id}::uuid, c.id, c.number_hash, ${p.days}::text[], ${p.starts}::text, ${p.ends}::text,
          ${p.untilOn}::date, ${instant(p.madeAt)}, ${p.madeBy}::uuid, nullif(c.seller_id, ${p.madeBy}::uuid)
        from customers c where c.brand_id = ${p.brandId}::uuid and c.id = ${p.customerId}::uuid`,
    ),
);

/**
 * Ends a silence of this customer; a seller who did not end it has news. No row: there is no such silence, or somebody
 * ended it before.
 */
export const endAskedSilence = preparedWrite<{
  brandId: string;
  id: string;
  customerId: string;
  by: string;
  at: number;
}>()('end_asked_silence', (q, p) =>
  q
    .updateTable('askedSilences as z')
    .from('customers as c')
    .set({
      ...{ endedAt: instant(p.at), endedBy: p.by },
      unreadBy: sql<string | null>`nullif(c.seller_id, ${p.by}::uuid)`,
    })
    .where('z.brandId', '=', p.brandId)
    .where('z.id', '=', p.id)
    .where('z.endedAt', 'is', null)
    .where('c.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId)
    .where(bindsCustomer)
    .returning('z.id'),
);

/**
 * Lists what a seller has not read yet about the silences of the own customers, the oldest first: that a colleague wrote
 * one down, or ended it. Where customers were merged, the surviving customer is named.
 */
export const listUnreadSilences = preparedRead<{ brandId: string; sellerId: string }>()(
  'list_unread_silences',
  (q, p) =>
    q
      .selectFrom('askedSilences as z')
      .innerJoin('customers as o', (on) => on.onRef('o.brandId', '=', 'z.brandId').onRef('o.id', '=', 'z.customerId'))
      .innerJoin('customers as c', (on) =>
        on.onRef('c.brandId', '=', 'o.brandId').on(sql<boolean>`c.id = coalesce(o.merged_into, o.id)`),
      )
      .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
      .innerJoin('people as w', (on) =>
        on.onRef('w.brandId', '=', 'z.brandId').on(sql<boolean>`w.id = coalesce(z.ended_by, z.made_by)`),
      )
      .where('z.brandId', '=', p.brandId)
      .where('z.unreadBy', '=', p.sellerId)
      .where('c.sellerId', '=', p.sellerId)
      .where('c.availability', '=', 'present')
      .orderBy('z.id')
      .limit(sql.lit(50))
      .select(['z.id', 'z.days', 'z.starts', 'z.ends', 'c.id as customerId', 'c.name as customerName'])
      .select(['w.name as byName', 's.zone as storeZone', sql<string | null>`z.until_on::text`.as('untilOn')])
      .select(sql<boolean>`z.ended_at is not null`.as('isEnded')),
);

/** Marks the news of a customer's silence as read. No row: this person has no such news. */
export const markSilenceRead = preparedWrite<{
  brandId: string;
  id: string;
  customerId: string;
  sellerId: string;
}>()('mark_silence_read', (q, p) =>
  q
    .updateTable('askedSilences as z')
    .from('customers as c')
    .set({ unreadBy: null })
    .where('z.brandId', '=', p.brandId)
    .where('z.id', '=', p.id)
    .where('z.unreadBy', '=', p.sellerId)
    .where('c.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId)
    .where(bindsCustomer)
    .returning('z.id'),
);
