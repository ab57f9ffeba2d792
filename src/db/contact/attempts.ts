/** Reads and writes attempts: one row per attempt, from the wish to the outcome. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordset, recordsQuery } from '#db/core/recordset.ts';
import { instant, type JsonValue, json } from '#db/core/sql-values.ts';
import type { AttemptState, Outcome } from '#rules/contact/attempt.ts';
import type { TextRange } from '#rules/holds/seller-name.ts';

export const attemptColumns = [
  'a.id',
  'a.state',
  'a.outcome',
  'a.origin',
  'a.channel',
  'a.customerId',
  'a.sellerId',
  'a.storeId',
  'a.suggestionId',
  'a.createdAt',
  'a.updatedAt',
  'c.name as customerName',
  'c.phone as customerPhone',
  's.name as sellerName',
  't.name as storeName',
  't.zone as storeZone',
] as const;

/** For a waiting hold: when it becomes ready; for a ready hold: until when it is ready. */
export const heldUntil = sql<
  number | null
>`(select h.due_at from holds h where h.brand_id = a.brand_id and h.attempt_id = a.id
  and h.ended_at is null)`.as('heldUntil');

/** An attempt after a decision. */
export interface AttemptRow {
  readonly id: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly storeId: string | null;
  readonly suggestionId: string | null;
  readonly origin: 'suggestion' | 'profile';
  readonly state: AttemptState;
  readonly outcome: Outcome | null;
  readonly text: string | null;
  /** Where the text names its seller. */
  readonly sellerStretches: readonly TextRange[];
  /** The earlier seller whom the text still names. */
  readonly speaksAs: string | null;
  /** When the attempt was refused because of quiet hours; null keeps the value of an earlier decision. */
  readonly refusedAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Inserts attempts at their first decision, and updates them at a later one. The list contains each attempt once. */
export const saveAttempts = preparedWrite<{ brandId: string; attempts: readonly AttemptRow[] }>()(
  'save_attempts',
  (q, p) =>
    q
      .insertInto('attempts')
      .columns([
        ...(['brandId', 'channel', 'id', 'customerId', 'sellerId', 'storeId', 'suggestionId', 'origin'] as const),
        ...(['state', 'outcome', 'text', 'sellerStretches', 'speaksAs'] as const),
        ...(['refusedAt', 'createdAt', 'updatedAt'] as const),
      ])
      .expression(
        sql`select ${p.brandId}::uuid, 'handset', r.* from ${recordset(
          p.attempts,
          `id uuid, customer_id uuid, seller_id uuid, store_id uuid, suggestion_id uuid, origin text, state text,
           outcome text, text text, seller_stretches jsonb, speaks_as text, refused_at timestamptz,
           created_at timestamptz, updated_at timestamptz`,
        )}`,
      )
      .onConflict((further) =>
        further.columns(['brandId', 'id']).doUpdateSet(({ ref }) => ({
          suggestionId: ref('excluded.suggestionId'),
          origin: ref('excluded.origin'),
          state: ref('excluded.state'),
          outcome: ref('excluded.outcome'),
          text: ref('excluded.text'),
          sellerStretches: ref('excluded.sellerStretches'),
          speaksAs: ref('excluded.speaksAs'),
          refusedAt: sql`coalesce(excluded.refused_at, attempts.refused_at)`,
          updatedAt: ref('excluded.updatedAt'),
        })),
      ),
);

/**
 * Locks an attempt that continues, until the end of the transaction. The attempt is named by its id or by the token
 * hash of its warning. Sent after the customer's row was locked, the same order as everywhere. `passedOn`: whether a
 * manager passed the attempt's hold on to its present seller.
 */
export const lockAttempt = preparedWrite<{ brandId: string; id: string | null; tokenHash: Buffer | null }>()(
  'lock_attempt',
  (q, p) =>
    q
      .selectFrom('attempts')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`id = (select coalesce(${p.id}::uuid, (select k.attempt_id from acknowledgements k
        where k.brand_id = ${p.brandId}::uuid and k.token_hash = ${p.tokenHash}::bytea)))`,
      )
      .select([
        'id',
        'state',
        'outcome',
        'customerId',
        'sellerId',
        'storeId',
        'suggestionId',
        'origin',
        'text',
        sql<readonly TextRange[]>`seller_stretches`.as('sellerStretches'),
        'speaksAs',
        sql<boolean>`exists (select from holds h where h.brand_id = attempts.brand_id and h.attempt_id = attempts.id
          and h.seller_id = attempts.seller_id and h.passed_by is not null)`.as('passedOn'),
      ])
      .forUpdate(),
);

export const setAttemptState = preparedWrite<{
  brandId: string;
  id: string;
  state: AttemptState;
  outcome: Outcome;
  at: number;
}>()('set_attempt_state', (q, p) =>
  q
    .updateTable('attempts')
    .set({ state: p.state, outcome: p.outcome, updatedAt: instant(p.at) })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

/**
 * Changes the text of a held contact. `stretches`: where the text names its seller; `speaksAs`: the earlier seller whom
 * the text still names.
 */
export const changeHeldText = preparedWrite<{
  brandId: string;
  id: string;
  text: string | null;
  stretches: readonly TextRange[];
  speaksAs: string | null;
  at: number;
}>()('change_held_text', (q, p) =>
  q
    .updateTable('attempts')
    .set({
      text: p.text,
      sellerStretches: json(p.stretches),
      speaksAs: p.speaksAs,
      updatedAt: instant(p.at),
    })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

/** Does what `changeHeldText` does, for many attempts. */
export const changeHeldTexts = preparedWrite<{
  brandId: string;
  texts: readonly {
    readonly id: string;
    readonly text: string | null;
    readonly stretches: readonly TextRange[];
    readonly speaksAs: string | null;
  }[];
  at: number;
}>()('change_held_texts', (q, p) =>
  q
    .with(
      'r',
      recordsQuery<{ id: string; text: string | null; stretches: JsonValue; speaksAs: string | null }>(
        p.texts,
        'id uuid, text text, stretches jsonb, speaks_as text',
      ),
    )
    .updateTable('attempts as a')
    .from('r')
    .set(({ ref }) => ({
      text: ref('r.text'),
      sellerStretches: ref('r.stretches'),
      speaksAs: ref('r.speaksAs'),
      updatedAt: instant(p.at),
    }))
    .where('a.brandId', '=', p.brandId)
    .whereRef('a.id', '=', 'r.id'),
);

/** Finds the first attempt on the same customer after the attempt `id` at `at`; no row if there is none yet. */
export const findNextAttempt = preparedRead<{ brandId: string; customerId: string; at: number; id: string }>()(
  'find_next_attempt',
  (q, p) =>
    q
      .selectFrom('attempts as a')
      .innerJoin('people as s', (on) => on.onRef('s.brandId', '=', 'a.brandId').onRef('s.id', '=', 'a.sellerId'))
      .where('a.brandId', '=', p.brandId)
      .where('a.customerId', '=', p.customerId)
      .where(sql<boolean>`(a.created_at, a.id) > (${instant(p.at)}, ${p.id}::uuid)`)
      .orderBy('a.createdAt')
      .orderBy('a.id')
      .limit(1)
      .select(['a.id', 'a.createdAt', 'a.sellerId', 'a.storeId', 's.name as sellerName']),
);

export const findAttemptById = preparedRead<{ brandId: string; id: string }>()('find_attempt_by_id', (q, p) =>
  q
    .selectFrom('attempts as a')
    .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'a.brandId').onRef('c.id', '=', 'a.customerId'))
    .innerJoin('people as s', (on) => on.onRef('s.brandId', '=', 'a.brandId').onRef('s.id', '=', 'a.sellerId'))
    .leftJoin('stores as t', (on) => on.onRef('t.brandId', '=', 'a.brandId').onRef('t.id', '=', 'a.storeId'))
    .where('a.brandId', '=', p.brandId)
    .where('a.id', '=', p.id)
    .select(attemptColumns)
    .select(['a.text', heldUntil]),
);
