/** Reads everything that a decision about one contact needs, in one statement. */
import { type RawBuilder, sql } from 'kysely';
import { selectAskedSilences } from '#db/contact/asked-silences.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { selectNumberHashes } from './merged-rows.ts';

interface Wish {
  readonly brandId: string;
  readonly customerId: string;
  /** Null: the vendor's support, which has neither contacts nor refusals. */
  readonly personId: string | null;
  /** The store of the acting person; null for a brand-level person, for whom the customer's store counts (C1). */
  readonly storeId: string | null;
  readonly suggestionId: string | null;
  /** The attempt that continues, by its id or by the token hash of its warning. Its suggestion counts as named. */
  readonly attemptId: string | null;
  readonly tokenHash: Buffer | null;
  /** Hand-overs before this instant count for no limit (P1). */
  readonly pacedSince: number;
}

export const contextColumns = [
  'b.name as brandName',
  'b.article as brandArticle',
  'b.plan',
  'b.zone as brandZone',
  'b.storeZones as brandStoreZones',
  'b.portfolioOnly',
  'b.coolDownDays',
  'b.unansweredAfter',
  'h.revision',
  'h.timingRevision',
  'c.name as customerName',
  'c.phone',
  'c.phoneKind',
  'c.wrongNumberAt',
  'c.availability',
  'c.permission',
  'c.permissionOn',
  'c.storeId as customerStoreId',
  'c.sellerId as customerSellerId',
  'c.city',
  'c.state',
  'c.toldZone',
  'c.contactFromMinute',
] as const;

/** Selects the days of the cool-down of the campaign of suggestion `g`. */
const COOL_DOWN_OF_CAMPAIGN = sql`(select m.cool_down_days from campaigns m
        where m.brand_id = g.brand_id and m.id = g.campaign_id)`;

/** Reads the context of a decision. No row: the brand has no such customer. */
export const readContextFacts = preparedRead<Wish>()('read_context_facts', (q, p) =>
  q
    .selectFrom('brands as b')
    .innerJoin('policyHeads as h', 'h.brandId', 'b.brandId')
    .innerJoin('customers as c', 'c.brandId', 'b.brandId')
    .where('b.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId)
    .select(contextColumns)
    .select(
      contextOfOtherTables({
        personId: sql`${p.personId}::uuid`,
        storeId: sql`${p.storeId}::uuid`,
        attemptId: sql`${p.attemptId}::uuid`,
        pacedSince: instant(p.pacedSince),
        suggestion: sql`suggestions g where g.brand_id = ${p.brandId}::uuid and g.id = ${suggestionOf(p)}`,
      }),
    ),
);

type Terms = Readonly<Record<'personId' | 'storeId' | 'attemptId' | 'pacedSince' | 'suggestion', RawBuilder<unknown>>>;

/**
 * Selects the parts of the context that other tables store. Each subquery reads the rows of one key (`case` and not
 * `coalesce`: see `suggestionOf`).
 */
export function contextOfOtherTables({ personId, storeId, attemptId, pacedSince, suggestion }: Terms) {
  return [
    sql<number | null>`coalesce(c.opted_out_at, (select max(o.stopped_at) from opt_outs o
        where o.brand_id = c.brand_id and o.number_hash = any(${selectNumberHashes()}) and o.lifted_at is null))`.as(
      'optedOutAt',
    ),
    sql<string | null>`(select max(l.first_listed_on) from do_not_call_numbers l where l.brand_id = c.brand_id
        and l.number_hash = any(${selectNumberHashes()}) and l.removed_at is null)`.as('doNotCallOn'),
    sql<string | null>`(select s.zone from stores s where s.brand_id = b.brand_id
        and s.id = case when ${storeId} is null then c.store_id else ${storeId} end)`.as('storeZone'),
    sql<string>`coalesce(${storeId}, c.store_id)`.as('storeId'),
    sql<string | null>`(select w.name from people w
        where w.brand_id = b.brand_id and w.id = c.seller_id)`.as('customerSellerName'),
    sql<SuggestionFacts | null>`(select jsonb_build_object('id', g.id, 'state', g.state, 'customerId', g.customer_id,
        'sellerId', g.seller_id, 'closedBy', g.closed_by, 'passedBy', g.passed_by, 'coolDownDays', ${COOL_DOWN_OF_CAMPAIGN})
        from ${suggestion})`.as('suggestion'),
    sql<number[]>`array(select d.handed_at from handovers d where d.brand_id = b.brand_id
        and d.seller_id = ${personId} and d.withdrawn_at is null and d.handed_at > ${pacedSince}
        and d.attempt_id is distinct from ${attemptId}
        order by d.handed_at desc limit 1000)`.as('contactedAt'),
    sql<number | null>`(select max(a.refused_at) from attempts a where a.brand_id = b.brand_id
        and a.seller_id = ${personId} and a.customer_id = c.id and a.refused_at is not null)`.as('refusedAt'),
    selectAskedSilences(),
    ...contactsWithNumber(attemptId, suggestion),
  ] as const;
}

/**
 * Selects the earlier contacts with the customer's number (D6, D6b). The subqueries of a brand without the setting, and
 * without a campaign that has a cool-down, do not run. `unansweredAt` contains the contacts without an answer since the customer's last answer.
 */
function contactsWithNumber(attemptId: RawBuilder<unknown>, suggestion: RawBuilder<unknown>) {
  const contacts = sql`handovers d join attempts a on a.brand_id = d.brand_id and a.id = d.attempt_id
        where d.brand_id = c.brand_id and d.number_hash = any(${selectNumberHashes()}) and d.withdrawn_at is null
          and d.attempt_id is distinct from ${attemptId} and a.origin not in ('reply', 'service')`;
  const answeredAt = sql`(select max(d.handed_at) from ${contacts} and a.outcome in ('talked', 'sold', 'stop'))`;
  return [
    sql<number[]>`(case when b.cool_down_days > 0 or exists (select from ${suggestion} and ${COOL_DOWN_OF_CAMPAIGN} > 0)
        then array(select d.handed_at from ${contacts}
        and a.state <> 'failed' order by d.handed_at desc limit 100) else '{}' end)`.as('numberContactedAt'),
    sql<number[]>`(case when b.unanswered_after > 0 then array(select d.handed_at from ${contacts}
        and a.outcome = 'no_answer' and d.handed_at > coalesce(${answeredAt}, '-infinity')
        order by d.handed_at desc limit 100) else '{}' end)`.as('unansweredAt'),
    sql<string | null>`(case when b.unanswered_after > 0 then (select max(s.bought_on)::text from purchases s
        join customers o on o.brand_id = s.brand_id and o.id = s.customer_id
        where o.brand_id = c.brand_id and o.number_hash = any(${selectNumberHashes()})) end)`.as('purchasedOn'),
  ] as const;
}

/**
 * Selects the named suggestion's id, or the id of the attempt's suggestion. Each step is a select that depends on no
 * row, because PostgreSQL uses an index only for a value that is known before the table is read, and under row-level
 * security `coalesce` does not count as known.
 */
function suggestionOf(p: Wish) {
  const attemptOfToken = sql`(select k.attempt_id from acknowledgements k
    where k.brand_id = ${p.brandId}::uuid and k.token_hash = ${p.tokenHash}::bytea)`;
  const attempt = sql`(select coalesce(${p.attemptId}::uuid, ${attemptOfToken}))`;
  const suggestionOfAttempt = sql`(select t.suggestion_id from attempts t
    where t.brand_id = ${p.brandId}::uuid and t.id = ${attempt})`;
  return sql`(select coalesce(${p.suggestionId}::uuid, ${suggestionOfAttempt}))`;
}

/** The present state of a named suggestion. */
export interface SuggestionFacts {
  readonly id: string;
  readonly state: 'open' | 'done' | 'dismissed';
  readonly customerId: string;
  readonly sellerId: string;
  readonly closedBy: string | null;
  /** The manager who passed the suggestion on to its present seller for days off of another one. */
  readonly passedBy: string | null;
  /** The days of the campaign's own cool-down; 0: the campaign has none (D6). */
  readonly coolDownDays: number;
}
