/** Reads what the rules of campaigns know about the customers of a store, page by page in the order of their names. */
import { type SqlBool, sql } from 'kysely';
import { askedSilencesOfCustomer } from '#db/contact/asked-silences.ts';
import { selectNumberHashes } from '#db/contact/merged-rows.ts';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';

/** The facts that are read only where a campaign or a setting asks for them: each costs a lookup for each customer. */
export interface FactsWanted {
  readonly tags: boolean;
  /** The last contacts with the number, for a cool-down (D6). */
  readonly contacts: boolean;
  /** Contacts without an answer, where the brand counts them (D6b). */
  readonly unanswered: boolean;
  readonly silences: boolean;
  readonly listings: boolean;
  /** The open suggestion, and the suggestions that were contacted or dismissed. */
  readonly suggestions: boolean;
}

export interface FactsTerms extends FactsWanted {
  readonly brandId: string;
  readonly now: number;
  /** Suggestions that were contacted or dismissed since this instant are read. */
  readonly servedSince: number;
}

export interface FactsPage extends FactsTerms {
  readonly storeId: string;
  /** The last customer of the page before; empty texts before the first page. */
  readonly afterName: string;
  readonly afterId: string;
  readonly limit: number;
}

export interface OpenRow {
  readonly id: string;
  readonly campaignId: string;
  readonly priority: number;
  readonly sellerId: string;
  readonly createdAt: number;
  readonly suggestedOn: string | null;
  readonly endsOn: string | null;
  readonly isTouched: boolean;
  readonly isHeld: boolean;
}

export const readFactsPage = preparedRead<FactsPage>()('read_facts_page', (q, p) =>
  selectCustomers(q)
    .where('c.brandId', '=', p.brandId)
    .where('c.storeId', '=', p.storeId)
    .where('c.availability', '=', sql.lit('present'))
    .where(sql<SqlBool>`(c.sort_name, c.id) > (${p.afterName}::text, ${p.afterId}::uuid)`)
    .orderBy('c.sortName')
    .orderBy('c.id')
    .limit(sql<number>`${p.limit}::int`)
    .select(factsColumns(p)),
);

/** Reads some customers of the brand, in the order of their ids. */
export const readFactsOfCustomers = preparedRead<FactsTerms & { customerIds: readonly string[] }>()(
  'read_facts_of_customers',
  (q, p) =>
    selectCustomers(q)
      .where('c.brandId', '=', p.brandId)
      .where(sql<SqlBool>`c.id = any(${p.customerIds}::uuid[])`)
      .where('c.availability', '=', sql.lit('present'))
      .orderBy('c.id')
      .select(factsColumns(p)),
);

/** Counts the brand's customers up to a limit, and tells the size of the table, by which a sample is chosen. */
export const countSomeCustomers = preparedRead<{ brandId: string; most: number }>()('count_some_customers', (q, p) =>
  q.selectNoFrom([
    sql<number>`(select count(*)::int from (select from customers c where c.brand_id = ${p.brandId}::uuid
      and c.availability = 'present' limit ${p.most}::int) l)`.as('count'),
    sql<number>`pg_relation_size('customers')::float8 / current_setting('block_size')::float8`.as('pages'),
  ]),
);

/** Lists customers of the brand from so many hundredths of the table's pages, in the order of their ids. */
export const listSampledCustomers = preparedRead<{ brandId: string; percent: number }>()(
  'list_sampled_customers',
  (q, p) =>
    q.selectNoFrom(
      sql<string[]>`array(select c.id from customers c tablesample system (${p.percent}::real)
        where c.brand_id = ${p.brandId}::uuid and c.availability = 'present' order by c.id)`.as('ids'),
    ),
);

/**
 * Selects customers `c`, each with `numbers.hashes`: the hashes of its numbers, those of merged rows included. `offset 0` makes
 * PostgreSQL look the merged rows up once for each customer, and not once for each fact.
 */
function selectCustomers(q: Queries) {
  return q
    .selectFrom('customers as c')
    .innerJoinLateral(
      sql<{ hashes: Buffer[] }>`(select ${selectNumberHashes()} as hashes offset 0)`.as('numbers'),
      (on) => on.onTrue(),
    );
}

function factsColumns(p: FactsTerms) {
  return [
    ...(['c.id', 'c.sortName', 'c.name', 'c.storeId', 'c.sellerId', 'c.city', 'c.state', 'c.toldZone'] as const),
    ...(['c.phone', 'c.phoneKind', 'c.wrongNumberAt', 'c.permission', 'c.permissionOn', 'c.bornOn'] as const),
    'c.lastContactAt',
    sql<number | null>`coalesce(c.opted_out_at, (select max(o.stopped_at) from opt_outs o
      where o.brand_id = c.brand_id and o.number_hash = any(numbers.hashes) and o.lifted_at is null))`.as('optedOutAt'),
    sql<string | null>`case when ${p.listings}::boolean then (select max(l.first_listed_on) from do_not_call_numbers l
      where l.brand_id = c.brand_id and l.number_hash = any(numbers.hashes) and l.removed_at is null) end`.as(
      'doNotCallOn',
    ),
    sql<string[]>`case when ${p.tags}::boolean then array(select t.tag from customer_tags t
      where t.brand_id = c.brand_id and t.customer_id = c.id order by t.tag) else '{}' end`.as('tags'),
    ...contactColumns(p),
    silenceColumn(p),
    openColumn(p),
    sql<
      { campaignId: string; reason: unknown }[]
    >`case when ${p.suggestions}::boolean then (select coalesce(jsonb_agg(jsonb_build_object(
        'campaignId', s.campaign_id, 'reason', s.reason)), '[]'::jsonb)
      from suggestions s where s.brand_id = c.brand_id and s.customer_id = c.id and s.state in ('done', 'dismissed')
        and s.closed_at >= ${instant(p.servedSince)}) else '[]'::jsonb end`.as('served'),
  ] as const;
}

/**
 * Selects the contacts with the customer's numbers as a decision reads them (`db/contact/context.ts`): none was withdrawn,
 * is a reply or a service message, or lies after `now`.
 */
function contactColumns(p: Pick<FactsTerms, 'contacts' | 'unanswered' | 'now'>) {
  const contacts = sql`handovers d join attempts a on a.brand_id = d.brand_id and a.id = d.attempt_id
        where d.brand_id = c.brand_id and d.number_hash = any(numbers.hashes) and d.withdrawn_at is null
          and d.handed_at <= ${instant(p.now)} and a.origin not in ('reply', 'service')`;
  const answeredAt = sql`(select max(d.handed_at) from ${contacts} and a.outcome in ('talked', 'sold', 'stop'))`;
  return [
    sql<number | null>`case when ${p.contacts}::boolean then (select d.handed_at from ${contacts}
        and a.state <> 'failed' order by d.handed_at desc limit 1) end`.as('numberContactedAt'),
    sql<number[]>`case when ${p.unanswered}::boolean then array(select d.handed_at from ${contacts}
        and a.outcome = 'no_answer' and d.handed_at > coalesce(${answeredAt}, '-infinity')
        order by d.handed_at desc limit 100) else '{}' end`.as('unansweredAt'),
    sql<string | null>`case when ${p.unanswered}::boolean then (select max(n.bought_on)::text from purchases n
        join customers o on o.brand_id = n.brand_id and o.id = n.customer_id
        where o.brand_id = c.brand_id and o.number_hash = any(numbers.hashes)) end`.as('purchasedOn'),
  ] as const;
}

function silenceColumn({ silences }: Pick<FactsTerms, 'silences'>) {
  return sql<AskedSilence[]>`case when ${silences}::boolean then ${askedSilencesOfCustomer} else '[]'::jsonb end`.as(
    'askedSilences',
  );
}

/** Selects the customer's open suggestion. A suggestion of which an attempt was made counts as touched. */
function openColumn({ suggestions }: Pick<FactsTerms, 'suggestions'>) {
  return sql<OpenRow | null>`case when ${suggestions}::boolean then (select jsonb_build_object('id', s.id, 'campaignId', s.campaign_id, 'priority', s.priority,
        'sellerId', s.seller_id, 'createdAt', extract(epoch from s.created_at) * 1000, 'suggestedOn', s.suggested_on,
        'endsOn', s.ends_on, 'isTouched', s.touched_at is not null or s.not_before is not null
          or exists (select from attempts a where a.brand_id = s.brand_id and a.customer_id = s.customer_id
            and a.suggestion_id = s.id),
        'isHeld', exists (select from holds h join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id
          where h.brand_id = s.brand_id and h.customer_id = s.customer_id and h.state <> 'ended' and a.suggestion_id = s.id))
      from suggestions s where s.brand_id = c.brand_id and s.customer_id = c.id and s.state = 'open') end`.as('open');
}
