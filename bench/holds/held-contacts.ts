/** Makes a brand with many sellers and thousands of contacts held in the evening for the next morning, written by the owner login. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { EVENING, HOURS, reserve } from './slot-fixture.ts';

export interface Seller {
  readonly id: string;
  readonly storeId: string;
}

export interface Morning {
  readonly brandId: string;
  readonly sellers: readonly Seller[];
  /** Customers without a held contact, each with the seller of the customer's portfolio. */
  readonly free: readonly { readonly customerId: string; readonly seller: Seller }[];
}

const SELLERS_PER_STORE = 20;
const SINCE = '2026-01-01T03:00:00.000Z';

/** Makes the brand. `holds` are distributed evenly over `sellers`; `free` more customers can be contacted meanwhile. */
export async function makeMorning(
  owner: pg.Client,
  { sellers: sellerCount, holds, free }: { sellers: number; holds: number; free: number },
): Promise<Morning> {
  const brandId = uuidv7();
  const rows = (table: string, list: readonly Record<string, unknown>[]) => insertAll(owner, brandId, table, list);
  const zone = 'America/Sao_Paulo';
  await rows('brands', [
    {
      slug: `b-${brandId.slice(-12)}`,
      name: 'Aurora',
      article: 'a',
      plan: 'growth',
      zone,
      portfolio_only: false,
      store_zones: [zone],
      created_at: SINCE,
    },
  ]);
  await rows('policy_heads', [{ revision: 1, version: 1 }]);
  await rows('ledgers', [{ link: FIRST_LINK, holds_created: holds }]);
  const published = { kind: 'publish', version: 1, policy: DEFAULT_POLICY, effective_at: SINCE };
  const author = { cause: 'support', author_name: 'Sofia', author_id: 'sofia', reason: 'Chamado 1' };
  await rows('policy_events', [{ revision: 1, at: SINCE, ...published, ...author }]);

  const storeIds = Array.from({ length: Math.ceil(sellerCount / SELLERS_PER_STORE) }, () => uuidv7());
  const place = { city: 'São Paulo', state: 'SP', zone };
  await rows(
    'stores',
    storeIds.map((id, i) => ({ id, code: `L${i}`, name: `Loja ${i}`, ...place, created_at: SINCE })),
  );
  await rows(
    'store_hours',
    storeIds.flatMap((storeId) =>
      HOURS.map(({ weekday, opensMinute, closesMinute }) => ({
        store_id: storeId,
        weekday,
        opens_minute: opensMinute,
        closes_minute: closesMinute,
      })),
    ),
  );
  const sellers: Seller[] = Array.from({ length: sellerCount }, (_, i) => ({
    id: uuidv7(),
    storeId: storeIds[Math.floor(i / SELLERS_PER_STORE)] as string,
  }));
  await rows(
    'people',
    sellers.map(({ id, storeId }, i) => ({ id, role: 'seller', store_id: storeId, name: `V ${i}`, created_at: SINCE })),
  );

  const customers = Array.from({ length: holds + free }, (_, i) => ({
    id: uuidv7(),
    seller: sellers[i < holds ? Math.floor((i * sellerCount) / holds) : i % sellerCount] as Seller,
  }));
  await rows(
    'customers',
    customers.map(({ id, seller }, i) => ({
      id,
      name: `Cliente ${i}`,
      store_id: seller.storeId,
      seller_id: seller.id,
      phone: `+55119${String(i).padStart(8, '0')}`,
      phone_kind: 'mobile',
      number_hash: `\\x${i.toString(16).padStart(64, '0')}`,
      permission: 'granted',
      created_at: SINCE,
    })),
  );
  await makeHolds(rows, customers.slice(0, holds));
  await owner.query('vacuum analyze');
  return { brandId, sellers, free: customers.slice(holds).map(({ id, seller }) => ({ customerId: id, seller })) };
}

type Rows = (table: string, list: readonly Record<string, unknown>[]) => Promise<void>;

/** Makes the held contacts, seller after seller, at the minutes that the rules give. */
async function makeHolds(rows: Rows, customers: readonly { id: string; seller: Seller }[]): Promise<void> {
  const heldAt = iso(EVENING);
  const queues = Map.groupBy(customers, ({ seller }) => seller.id);
  const held = [...queues].flatMap(([sellerId, theirs]) =>
    reserve([sellerId], theirs.length).map((time, i) => {
      const { id: customerId, seller } = theirs[i] as (typeof theirs)[number];
      return { ...time, id: uuidv7(), attemptId: uuidv7(), customerId, storeId: seller.storeId };
    }),
  );
  await rows(
    'attempts',
    held.map(({ attemptId, customerId, sellerId, storeId }) => ({
      id: attemptId,
      customer_id: customerId,
      seller_id: sellerId,
      store_id: storeId,
      origin: 'profile',
      channel: 'handset',
      state: 'held',
      text: 'Oi',
      created_at: heldAt,
      updated_at: heldAt,
    })),
  );
  await rows(
    'holds',
    held.map(({ id, attemptId, customerId, sellerId, storeId, at, openingAt }) => ({
      id,
      attempt_id: attemptId,
      customer_id: customerId,
      seller_id: sellerId,
      store_id: storeId,
      origin: 'profile',
      state: 'waiting',
      due_at: iso(at),
      promised_at: iso(at),
      opening_at: iso(openingAt),
      held_at: heldAt,
      expires_at: iso(EVENING + 72 * 3_600_000),
      calendar: 0,
      event_count: 1,
    })),
  );
  await rows(
    'hold_events',
    held.map(({ id, sellerId, at, openingAt }) => ({
      hold_id: id,
      number: 1,
      kind: 'held',
      at: heldAt,
      by_id: sellerId,
      to_at: iso(at),
      opening_at: iso(openingAt),
      expires_at: iso(EVENING + 72 * 3_600_000),
      held_again: 0,
      returned: false,
      to_seller_id: sellerId,
      known: true,
    })),
  );
  await rows(
    'slots',
    held.map(({ id, sellerId, at, openingAt }) => ({
      queue_id: sellerId,
      at: iso(at),
      opening_at: iso(openingAt),
      hold_id: id,
    })),
  );
}

/** Inserts many rows of one table with one statement, through the table's row type. */
async function insertAll(
  owner: pg.Client,
  brandId: string,
  table: string,
  list: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = ['brand_id', ...Object.keys(list[0] ?? {})].join(', ');
  for (let from = 0; from < list.length; from += 5_000) {
    const rows = list.slice(from, from + 5_000).map((row) => ({ brand_id: brandId, ...row }));
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
