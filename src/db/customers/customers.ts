/** Customers as a seller finds them: pages by name, by what is typed, and one with everything that is known. */
import { type SqlBool, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import type { Prepared } from '#db/core/statement.ts';
import { instant } from '#db/core/values.ts';

/** A page of customers: null filters do not filter; `afterName`/`afterId` are of the last row before it. */
export interface CustomersWanted {
  readonly brandId: string;
  readonly storeId: string | null;
  readonly sellerId: string | null;
  /** Only those whose last contact was before this instant, or who had none. */
  readonly quietSince: number | null;
  readonly afterName: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

/** Which of the arguments filter: each combination is a statement of its own, which finds its rows in the page's order. */
export interface CustomersShape {
  readonly store: boolean;
  readonly seller: boolean;
  readonly quiet: boolean;
  /** `ids`: these customers alone. `words`: those with a word in each range from `words` inclusive to `wordEnds` exclusive. */
  readonly found: 'ids' | 'words' | null;
}

export interface CustomersPageArgs extends CustomersWanted {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  readonly wordEnds: readonly string[];
}

type CustomersPage = Prepared<CustomersPageArgs, CustomerRow, 'read'>;
type CustomerRow = NonNullable<ReturnType<typeof buildPage>['row']>;

const pages = new Map<string, CustomersPage>();

/** By name, without regard to accents and case. No number is in a row: the profile has it. */
export function customersPage(shape: CustomersShape): CustomersPage {
  const { store, seller, quiet, found } = shape;
  const filters = Object.entries({ store, seller, quiet }).filter(([, isThere]) => isThere);
  const name = ['customers_page', ...filters.map(([filter]) => filter), found].filter(Boolean).join('_');
  const known = pages.get(name) ?? buildPage(name, shape);
  pages.set(name, known);
  return known;
}

function buildPage(name: string, { store, seller, quiet, found }: CustomersShape) {
  return preparedRead<CustomersPageArgs>()(name, (q, p) =>
    people(q, p.brandId)
      .where('c.availability', '=', 'present')
      .$if(store, (page) => page.where('c.storeId', '=', p.storeId as string))
      .$if(seller, (page) => page.where('c.sellerId', '=', p.sellerId))
      .$if(quiet, (page) =>
        page.where(sql<SqlBool>`(c.last_contact_at is null or c.last_contact_at < ${instant(p.quietSince)})`),
      )
      .$if(found === 'ids', (page) => page.where(sql<SqlBool>`c.id = any(${p.ids}::uuid[])`))
      .$if(found === 'words', (page) =>
        page.where(
          sql<SqlBool>`not exists (select from unnest(${p.words}::text[], ${p.wordEnds}::text[]) as f(word, word_end)
            where not exists (select from customer_words o where o.brand_id = ${p.brandId}::uuid
              and o.customer_id = c.id
              and o.word >= f.word collate "C" and o.word < f.word_end collate "C"))`,
        ),
      )
      .where(
        sql<SqlBool>`(c.sort_name, c.id) > (coalesce(${p.afterName}::text, ''),
          coalesce(${p.afterId}::uuid, '00000000-0000-0000-0000-000000000000'))`,
      )
      .orderBy('c.sortName')
      .orderBy('c.id')
      .limit(sql<number>`${p.limit}::int`)
      .select(['c.sortName']),
  );
}

/** One customer whole, or the one that it was found to be a duplicate of; no row where it is not there (any more). */
export const customerProfile = preparedRead<{ brandId: string; customerId: string }>()('customer_profile', (q, p) =>
  people(q, p.brandId)
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
      's.name as storeName',
      's.city as storeCity',
      's.zone as storeZone',
      'b.portfolioOnly',
    ]),
);

/** What a row of every list says of a customer. */
function people(q: Queries, brandId: string) {
  return q
    .selectFrom('customers as c')
    .leftJoin('people as w', (on) => on.onRef('w.brandId', '=', 'c.brandId').onRef('w.id', '=', 'c.sellerId'))
    .where('c.brandId', '=', brandId)
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

export const contactFromSet = preparedWrite<{ brandId: string; customerId: string; minute: number | null }>()(
  'contact_from_set',
  (q, p) =>
    q
      .updateTable('customers')
      .set({ contactFromMinute: p.minute })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.customerId),
);
