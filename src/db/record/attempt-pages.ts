/**
 * Reads pages of attempts, newest first. Each combination of filters is a separate statement, so that an index finds
 * its rows in the page's order and a page reads no more rows than it shows. With one statement for all filters, a rare
 * state among a million attempts took 10 s.
 */
import { type SqlBool, sql } from 'kysely';
import { attemptColumns, heldUntil } from '#db/contact/attempts.ts';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Prepared } from '#db/core/statement.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';

export interface AttemptsPageArgs {
  readonly brandId: string;
  /** Only attempts of these customers or sellers, as `keys` says. */
  readonly ids: readonly string[];
  readonly sellerIds: readonly string[];
  readonly storeId: string | null;
  readonly state: AttemptState | null;
  /** Only customers with a word in each range from `words` inclusive to `wordEnds` exclusive. */
  readonly words: readonly string[];
  readonly wordEnds: readonly string[];
  /** `from` inclusive, `to` exclusive; null: no bound. */
  readonly from: number | null;
  readonly to: number | null;
  /** The last row of the previous page; null: the first page. */
  readonly beforeAt: number | null;
  readonly beforeId: string | null;
  readonly limit: number;
}

/** The arguments that filter. The statement does not contain the others. */
export interface AttemptsPageShape {
  /**
   * What `ids` lists. The rows of each id are read by its own index, at most a page per id. Null: `ids` is not used.
   */
  readonly keys: 'customers' | 'sellers' | null;
  readonly sellers: boolean;
  readonly store: boolean;
  /**
   * Whether the state is that of a contact. `other`: the statement contains the condition, because the index on a
   * store's states contains only such rows.
   */
  readonly state: 'contact' | 'other' | null;
  readonly words: boolean;
}

type Page = Prepared<AttemptsPageArgs, AttemptRow, 'read'>;
type AttemptRow = NonNullable<ReturnType<typeof build>['row']>;

const pages = new Map<string, Page>();

export function attemptsPage(shape: AttemptsPageShape): Page {
  const { keys, sellers, store, state, words } = shape;
  const filters = Object.entries({ sellers, store, words }).filter(([, isThere]) => isThere);
  const named = [keys && `of_${keys}`, ...filters.map(([filter]) => filter), state && `state_${state}`];
  const name = ['read_attempts', ...named].filter(Boolean).join('_');
  const known = pages.get(name) ?? build(name, shape);
  pages.set(name, known);
  return known;
}

function build(name: string, shape: AttemptsPageShape) {
  return preparedRead<AttemptsPageArgs>()(name, (q, p) =>
    q
      .with('page', (w) => (shape.keys ? ofKeys(w, p, shape, shape.keys) : ofAll(w, p, shape)))
      .selectFrom('page as a')
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'a.brandId').onRef('c.id', '=', 'a.customerId'))
      .innerJoin('people as s', (on) => on.onRef('s.brandId', '=', 'a.brandId').onRef('s.id', '=', 'a.sellerId'))
      .leftJoin('stores as t', (on) => on.onRef('t.brandId', '=', 'a.brandId').onRef('t.id', '=', 'a.storeId'))
      .orderBy('a.createdAt', 'desc')
      .orderBy('a.id', 'desc')
      .select(attemptColumns)
      .select(heldUntil),
  );
}

type Select = Pick<Queries, 'selectFrom'>;

const COLUMNS = [
  'a.brandId',
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
] as const;

/** Selects rows in the order of the page, by an index that has this order. */
function ofAll(q: Select, p: AttemptsPageArgs, shape: AttemptsPageShape) {
  return newest(q, p, shape).select(COLUMNS);
}

/** Selects at most a page of rows of each customer or seller, and then the newest of these rows. */
function ofKeys(q: Select, p: AttemptsPageArgs, shape: AttemptsPageShape, keys: 'customers' | 'sellers') {
  const column = keys === 'customers' ? 'a.customerId' : 'a.sellerId';
  return q
    .selectFrom(sql<{ id: string }>`unnest(${p.ids}::uuid[])`.as<'k'>(sql`k(id)`))
    .innerJoinLateral(
      (inner) =>
        newest(inner as unknown as Select, p, shape)
          .where(sql<SqlBool>`${sql.ref(column)} = k.id`)
          .select(COLUMNS)
          .as('a'),
      (on) => on.onTrue(),
    )
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(sql<number>`${p.limit}::int`)
    .select(COLUMNS);
}

function newest(q: Select, p: AttemptsPageArgs, shape: AttemptsPageShape) {
  return q
    .selectFrom('attempts as a')
    .where('a.brandId', '=', p.brandId)
    .$if(shape.sellers, (page) => page.where(sql<SqlBool>`a.seller_id = any(${p.sellerIds}::uuid[])`))
    .$if(shape.store, (page) => page.where('a.storeId', '=', p.storeId))
    .$if(shape.state !== null, (page) => page.where('a.state', '=', p.state as AttemptState))
    .$if(shape.state === 'other', (page) => page.where(sql<SqlBool>`a.state not in ('handed_over', 'sent')`))
    .$if(shape.words, (page) =>
      page.where(
        sql<SqlBool>`not exists (select from unnest(${p.words}::text[], ${p.wordEnds}::text[]) as f(word, word_end)
          where not exists (select from customer_words w where w.brand_id = ${p.brandId}::uuid
            and w.customer_id = a.customer_id
            and w.word >= f.word collate "C" and w.word < f.word_end collate "C"))`,
      ),
    )
    .where(sql<SqlBool>`a.created_at >= coalesce(${instant(p.from)}, '-infinity')`)
    .where(sql<SqlBool>`a.created_at < coalesce(${instant(p.to)}, 'infinity')`)
    .where(
      sql<SqlBool>`(a.created_at, a.id) < (coalesce(${instant(p.beforeAt)}, 'infinity'),
        coalesce(${p.beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`,
    )
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(sql<number>`${p.limit}::int`);
}
