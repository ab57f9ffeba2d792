/** Reads people with their store and the state of their PIN: pages of the list, and one person. */
import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import { ONE_TIME_MS } from '#rules/sign-in/one-time-life.ts';
import { TRIES_EVERYWHERE } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The state of a person's PIN in the present store; `expired`: a one-time PIN whose time to be used is over. */
export type PinState = 'none' | 'one_time' | 'expired' | 'own';

/** A person as managers see the person. `store` is the store's name. */
export interface ListedPerson {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId: string | null;
  readonly store: string | null;
  readonly active: boolean;
  readonly locked: boolean;
  readonly pin: PinState;
  readonly away: Away | null;
}

/** Days off that run or come: the first and the last day (`YYYY-MM-DD`) on the store's clock. */
export interface Away {
  readonly from: string;
  readonly until: string;
  readonly isRunning: boolean;
}

/** The instants by which a person's state is read: `now` of the host's clock, for locks and one-time PINs; `appNow` of the app's clock, for days off. */
export interface StateTimes {
  readonly now: Instant;
  readonly appNow: Instant;
}

interface ListArgs extends StateTimes {
  readonly brandId: string;
  /** Null: all stores, and the brand's managers. */
  readonly storeId: string | null;
  /** Null: active and inactive people. */
  readonly active: boolean | null;
  /** Folded words; every word is the beginning of a word of the name or of the code. */
  readonly words: readonly string[];
  /** Whether only people whose days off run are wanted. */
  readonly away: boolean;
  readonly sort: 'name' | 'store' | 'role';
  /** The place of the last row of the page before; null for the first page. */
  readonly afterGroup: string | null;
  readonly afterName: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

/**
 * Lists one page of people, ordered by folded name, or before that by the folded name of the store (brand managers come
 * first) or by the role; `total` counts all people whom the search finds. The folding is the one of
 * `customers.sort_name`. A brand has a few thousand people at most, so that no index is needed; the state of PINs and
 * days off is read for the page alone.
 */
export const listPeoplePage = preparedRead<ListArgs>()('list_people_page', (q, p) => peoplePage(q, p, 'asc'));

/** Lists one page in the reverse order. */
export const listPeoplePageBackwards = preparedRead<ListArgs>()('list_people_page_backwards', (q, p) =>
  peoplePage(q, p, 'desc'),
);

function peoplePage(q: Queries, p: ListArgs, order: 'asc' | 'desc') {
  const follows = sql.raw(order === 'asc' ? '>' : '<');
  return q
    .with('found', (w) =>
      w
        .selectFrom((inner) =>
          inner
            .selectFrom('people as p')
            .leftJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'p.brandId').onRef('s.id', '=', 'p.storeId'))
            .where('p.brandId', '=', p.brandId)
            .where(sql<boolean>`(${p.storeId}::uuid is null or p.store_id = ${p.storeId}::uuid)`)
            .where(sql<boolean>`(${p.active}::boolean is null or p.active = ${p.active}::boolean)`)
            .where(
              sql<boolean>`(not ${p.away}::boolean or exists (select from absences a
                where a.brand_id = p.brand_id and a.person_id = p.id and a.ended_at is null
                  and a.starts_at <= ${instant(p.appNow)} and a.ends_at > ${instant(p.appNow)}))`,
            )
            .select(['p.id', 'p.code', folded(sql`p.name`).as('sortName')])
            .select(
              sql<string>`case ${p.sort}::text when 'store' then coalesce(${folded(sql`s.name`)}, '')
                when 'role' then p.role else '' end collate "C"`.as('sortGroup'),
            )
            .as('w'),
        )
        .where(
          sql<boolean>`not exists (select from unnest(${p.words}::text[]) as word
            where strpos(translate(' ' || w.sort_name || ' ' || lower(coalesce(w.code, '')), '-._/''’', '      '), ' ' || word) = 0)`,
        )
        .select(['w.id', 'w.sortName', 'w.sortGroup', sql<number>`(count(*) over ())::int`.as('total')]),
    )
    .with('page', (w) =>
      w
        .selectFrom('found as f')
        .where(
          sql<boolean>`(${p.afterId}::uuid is null or (f.sort_group, f.sort_name, f.id)
            ${follows} (${p.afterGroup}::text collate "C", ${p.afterName}::text collate "C", ${p.afterId}::uuid))`,
        )
        .orderBy('f.sortGroup', order)
        .orderBy('f.sortName', order)
        .orderBy('f.id', order)
        .limit(sql<number>`${p.limit}::int`)
        .selectAll(),
    )
    .selectFrom('page as g')
    .innerJoin(peopleOf(q, p).as('r'), 'r.id', 'g.id')
    .orderBy('g.sortGroup', order)
    .orderBy('g.sortName', order)
    .orderBy('g.id', order)
    .selectAll('r')
    .select(['g.sortName', 'g.sortGroup', 'g.total']);
}

/** Reads one person in the same shape. */
export const readListedPerson = preparedRead<{ brandId: string; personId: string } & StateTimes>()(
  'read_listed_person',
  (q, p) => peopleOf(q, p).where('p.id', '=', p.personId),
);

/** Counts the customers in the person's portfolio and the person's live holds. */
export const countPersonWork = preparedRead<{ brandId: string; personId: string }>()('count_person_work', (q, p) =>
  q.selectNoFrom([
    sql<number>`(select count(*)::int from customers c where c.brand_id = ${p.brandId}::uuid
      and c.seller_id = ${p.personId}::uuid and c.availability = 'present')`.as('customers'),
    sql<number>`(select count(*)::int from holds h where h.brand_id = ${p.brandId}::uuid
      and h.seller_id = ${p.personId}::uuid and h.ended_at is null)`.as('held'),
  ]),
);

function peopleOf(q: Queries, p: { readonly brandId: string } & StateTimes) {
  const isOver = sql<boolean>`i.set_at <= ${instant(p.now)} - interval '1 millisecond' * ${sql.lit(ONE_TIME_MS)}`;
  return q
    .selectFrom('people as p')
    .leftJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'p.brandId').onRef('s.id', '=', 'p.storeId'))
    .leftJoin('pins as i', (on) =>
      on.onRef('i.brandId', '=', 'p.brandId').onRef('i.personId', '=', 'p.id').onRef('i.storeId', '=', 'p.storeId'),
    )
    .where('p.brandId', '=', p.brandId)
    .select(['p.id', 'p.code', 'p.name', 'p.role', 'p.storeId', 's.name as store', 'p.active'])
    .select([
      sql<PinState>`case when i.person_id is null then 'none' when not i.one_time then 'own'
        when ${isOver} then 'expired' else 'one_time' end`.as('pin'),
      sql<boolean>`i.person_id is not null and (i.wrong >= ${sql.lit(TRIES_EVERYWHERE)} or exists (
        select from pin_locks l where l.brand_id = p.brand_id and l.person_id = p.id
          and l.locked_until > ${instant(p.now)}))`.as('locked'),
      sql<Away | null>`(select jsonb_build_object('from', a.from_on, 'until', a.until_on,
          'isRunning', a.starts_at <= ${instant(p.appNow)})
        from absences a where a.brand_id = p.brand_id and a.person_id = p.id and a.ended_at is null
          and a.ends_at > ${instant(p.appNow)} order by a.starts_at limit 1)`.as('away'),
    ]);
}

/** Folds a name: without accents and capitals, ordered by code points. */
function folded(name: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`lower(regexp_replace(normalize(${name}, nfkd), '[\u0300-\u036f]', '', 'g') collate "C")`;
}
