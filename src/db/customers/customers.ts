/** Reads customers for sellers: pages by name or by search, and one whole profile. */
import { type AliasedRawBuilder, type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Prepared } from '#db/core/statement.ts';
import type { Customers } from '#db/schema.ts';

/**
 * The arguments of a page of customers. A null argument does not filter; `afterName` and `afterId` are those of the
 * previous page's last row.
 */
export interface CustomersWanted {
  readonly brandId: string;
  readonly storeId: string | null;
  readonly sellerId: string | null;
  /** Only customers without a contact since this instant. */
  readonly quietSince: number | null;
  readonly afterName: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

/**
 * The arguments that filter. Each combination is a separate statement, which finds its rows by an index in the page's
 * order.
 */
export interface CustomersShape {
  readonly store: boolean;
  readonly seller: boolean;
  readonly quiet: boolean;
  /**
   * Only customers with a word in each range from `words` inclusive to `wordEnds` exclusive. `inOrder`: the search
   * reads all customers in the order of the page. `byWord`: the search starts from the entries of the range `word`.
   * `byWords`: the search starts from the entries of all ranges.
   */
  readonly found: 'inOrder' | 'byWord' | 'byWords' | null;
}

export interface CustomersPageArgs extends CustomersWanted {
  readonly words: readonly string[];
  readonly wordEnds: readonly string[];
  /** The range with the fewest entries. */
  readonly word: string;
  readonly wordEnd: string;
  /** A number of entries that no range exceeds. */
  readonly most: number;
}

type CustomersPage = Prepared<CustomersPageArgs, CustomerRow, 'read'>;
type CustomerRow = NonNullable<ReturnType<typeof buildPage>['row']>;

const pages = new Map<string, CustomersPage>();

/**
 * Returns the statement of a page, in the order of names without accents and case. The rows have no number; the profile
 * has it.
 */
export function customersPage(shape: CustomersShape): CustomersPage {
  const { store, seller, quiet, found } = shape;
  const filters = Object.entries({ store, seller, quiet }).filter(([, isThere]) => isThere);
  const name = ['read_customers', ...filters.map(([filter]) => filter), found].filter(Boolean).join('_');
  const known = pages.get(name) ?? buildPage(name, shape);
  pages.set(name, known);
  return known;
}

function buildPage(name: string, shape: CustomersShape) {
  return preparedRead<CustomersPageArgs>()(name, (q, p) =>
    selectCustomers(q, sql<Selectable<Customers>>`(${pageOf(p, shape)})`.as<'c'>(sql`c`))
      .where('c.brandId', '=', p.brandId)
      .orderBy('c.sortName')
      .orderBy('c.id')
      .select(['c.sortName']),
  );
}

/** Selects the customers of a page, in order. The entries of words are stored in the page's order. */
function pageOf(p: CustomersPageArgs, shape: CustomersShape): RawBuilder<unknown> {
  const after = (
    name: string,
    id: string,
  ) => sql`(${sql.ref(name)}, ${sql.ref(id)}) > (coalesce(${p.afterName}::text, ''),
    coalesce(${p.afterId}::uuid, '00000000-0000-0000-0000-000000000000'))`;
  const limit = sql`limit ${p.limit}::int`;
  if (shape.found === null || shape.found === 'inOrder') {
    const words = shape.found === null ? sql`` : sql`and ${hasEachWord(p, 'c.id')}`;
    return sql`select c.* from customers c
      where c.brand_id = ${p.brandId}::uuid and ${filtersOf(p, shape)} ${words} and ${after('c.sort_name', 'c.id')}
      order by c.sort_name, c.id ${limit}`;
  }
  const entries = shape.found === 'byWord' ? ofWord(p, after) : ofWords(p, after);
  // Each customer is read by its own lookup, in order, until the page is full.
  return sql`select c.* from (${entries} order by w.sort_name, w.customer_id) m
    cross join lateral (select * from customers c
      where c.brand_id = ${p.brandId}::uuid and c.id = m.customer_id and ${filtersOf(p, shape)} offset 0) c
    order by m.sort_name, m.customer_id ${limit}`;
}

type After = (name: string, id: string) => RawBuilder<unknown>;

/** Selects the entries of the range `word` whose customers have a word in each range. */
function ofWord(p: CustomersPageArgs, after: After): RawBuilder<unknown> {
  return sql`select w.sort_name, w.customer_id from customer_words w
    where w.brand_id = ${p.brandId}::uuid and w.word >= ${p.word}::text collate "C" and w.word < ${p.wordEnd}::text collate "C"
      and ${after('w.sort_name', 'w.customer_id')} and (cardinality(${p.words}::text[]) = 1 or ${hasEachWord(p, 'w.customer_id')})
    group by w.sort_name, w.customer_id`;
}

/** Selects the entries of all ranges, grouped by customer, for at most 30 ranges. */
function ofWords(p: CustomersPageArgs, after: After): RawBuilder<unknown> {
  return sql`select w.sort_name, w.customer_id
    from unnest(${p.words}::text[], ${p.wordEnds}::text[]) with ordinality as f(word, word_end, nr),
      lateral (select o.sort_name, o.customer_id from customer_words o where o.brand_id = ${p.brandId}::uuid
        and o.word >= f.word collate "C" and o.word < f.word_end collate "C"
        and ${after('o.sort_name', 'o.customer_id')} limit ${p.most}::int) as w
    group by w.sort_name, w.customer_id
    having bit_or(1 << (f.nr::int - 1)) = (1 << cardinality(${p.words}::text[])) - 1`;
}

function hasEachWord(p: CustomersPageArgs, customerId: string): RawBuilder<unknown> {
  return sql`not exists (select from unnest(${p.words}::text[], ${p.wordEnds}::text[]) as f(word, word_end)
    where not exists (select from customer_words o where o.brand_id = ${p.brandId}::uuid
      and o.customer_id = ${sql.ref(customerId)} and o.word >= f.word collate "C" and o.word < f.word_end collate "C"))`;
}

function filtersOf(p: CustomersPageArgs, { store, seller, quiet }: CustomersShape): RawBuilder<unknown> {
  const filters = [
    sql`c.availability = 'present'`,
    store && sql`c.store_id = ${p.storeId}::uuid`,
    seller && sql`c.seller_id = ${p.sellerId}::uuid`,
    quiet && sql`(c.last_contact_at is null or c.last_contact_at < ${instant(p.quietSince)})`,
  ].filter((each) => each !== false);
  return sql.join(filters, sql` and `);
}

/**
 * Reads one customer's profile; for a duplicate, the profile of the customer it was merged into. No row: there is no
 * such customer, or no more.
 */
export const readCustomerProfile = preparedRead<{ brandId: string; customerId: string }>()(
  'read_customer_profile',
  (q, p) =>
    selectCustomers(q, 'customers as c')
      .where('c.brandId', '=', p.brandId)
      .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
      .innerJoin('brands as b', 'b.brandId', 'c.brandId')
      .where('c.availability', '=', 'present')
      .where(
        sql<SqlBool>`c.id = (select coalesce(d.merged_into, d.id) from customers d
        where d.brand_id = ${p.brandId} and d.id = ${p.customerId}::uuid)`,
      )
      .select([
        'c.storeId',
        'c.phone',
        'c.phoneKind',
        'c.email',
        'c.bornOn',
        'c.city',
        'c.state',
        'c.note',
        'c.contactFromMinute',
        'c.customerSince',
        'c.permissionOn',
        'c.toldZone',
        's.name as storeName',
        's.city as storeCity',
        's.zone as storeZone',
        'b.portfolioOnly',
      ]),
);

/** Selects what each list's row says of a customer. */
function selectCustomers(q: Queries, from: 'customers as c' | AliasedRawBuilder<Selectable<Customers>, 'c'>) {
  return q
    .selectFrom(from as 'customers as c')
    .leftJoin('people as w', (on) => on.onRef('w.brandId', '=', 'c.brandId').onRef('w.id', '=', 'c.sellerId'))
    .select([
      'c.id',
      'c.name',
      'c.permission',
      sql<boolean>`c.opted_out_at is not null`.as('optedOut'),
      sql<boolean>`c.phone_kind = 'mobile' and c.wrong_number_at is null`.as('reachable'),
      'c.sellerId',
      'w.name as sellerName',
      'c.lastContactAt',
    ]);
}
