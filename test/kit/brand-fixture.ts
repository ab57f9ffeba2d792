/** Creates a small brand for tests: two stores in two zones, their sellers, customers, suggestions, and quiet hours. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import { DEFAULT_POLICY, type Policy } from '#rules/policy/policy.ts';

export interface BrandSetting {
  readonly plan?: 'starter' | 'growth' | 'enterprise';
  /** The policy in force since 2026-01-01; null means that none was ever published. */
  readonly policy?: Policy | null;
  readonly portfolioOnly?: boolean;
}

export interface Someone {
  readonly brandId: string;
  readonly personId: string;
  readonly role: PersonRole;
  readonly storeId: string | null;
  readonly turnId: null;
}

const SINCE = '2026-01-01T03:00:00.000Z';
export const NUMBER_KEY = new Uint8Array(32).fill(7);

/** Writes the brand as the owner, so that no rule of the application refuses a row. */
export async function aBrand(owner: pg.Pool, setting: BrandSetting = {}) {
  const brandId = uuidv7();
  const insert = (table: string, row: Record<string, unknown>) =>
    insertRow(owner, table, { brand_id: brandId, ...row });
  const policy = setting.policy === undefined ? DEFAULT_POLICY : setting.policy;
  const count = policy === null ? 0 : 1;

  await insert('brands', {
    slug: `b-${brandId.slice(-12)}`,
    name: 'Aurora',
    article: 'a',
    plan: setting.plan ?? 'growth',
    zone: 'America/Sao_Paulo',
    portfolio_only: setting.portfolioOnly ?? false,
    store_zones: ['America/Sao_Paulo', 'America/Manaus'],
    created_at: SINCE,
  });
  await insert('policy_heads', { revision: count, version: count });
  await insert('ledgers', { link: FIRST_LINK });
  if (policy !== null) {
    await insert('policy_events', {
      revision: 1,
      at: SINCE,
      kind: 'publish',
      version: 1,
      policy: JSON.stringify(policy),
      effective_at: SINCE,
      cause: 'support',
      author_name: 'Sofia',
      author_id: 'sofia',
      reason: 'Chamado 1',
    });
  }

  const store = async (name: string, city: string, state: string, zone: string) => {
    const id = uuidv7();
    await insert('stores', { id, code: name, name, city, state, zone, created_at: SINCE });
    return id;
  };
  const person = async (storeId: string | null, role: Someone['role'], name: string): Promise<Someone> => {
    const id = uuidv7();
    await insert('people', { id, role, store_id: storeId, name, created_at: SINCE });
    return { brandId, personId: id, role, storeId, turnId: null };
  };
  const paulista = await store('Paulista', 'São Paulo', 'SP', 'America/Sao_Paulo');
  const adrianopolis = await store('Adrianópolis', 'Manaus', 'AM', 'America/Manaus');
  const people = {
    ana: await person(paulista, 'seller', 'Ana Lima'),
    bruno: await person(paulista, 'seller', 'Bruno Reis'),
    carla: await person(paulista, 'store_manager', 'Carla Dias'),
    davi: await person(adrianopolis, 'seller', 'Davi Nunes'),
    gestora: await person(null, 'brand_manager', 'Gabriela Paz'),
  };

  const campaignId = uuidv7();
  const template = 'Oi, {primeiro_nome}!';
  const isRunning = { state: 'running', active: true };
  await insert('campaigns', {
    id: campaignId,
    name: 'Aniversário',
    template,
    priority: 1,
    ...isRunning,
    created_at: SINCE,
  });

  let numbered = 0;
  /** Creates a customer in the portfolio of `of`, with a permission and a mobile number, unless `row` says otherwise. */
  const customer = async (of: Someone, row: Record<string, unknown> = {}) => {
    const id = uuidv7();
    const phone = `+55119${String(++numbered).padStart(8, '0')}`;
    await insert('customers', {
      id,
      name: 'Marina Alves',
      store_id: of.storeId,
      seller_id: of.personId,
      phone,
      phone_kind: 'mobile',
      number_hash: numberHash(NUMBER_KEY, phone),
      permission: 'granted',
      created_at: SINCE,
      ...row,
    });
    return id;
  };
  /** Makes a suggestion. One that is open for the customer ends: a customer has one at most. */
  const suggestion = async (of: Someone, customerId: string) => {
    const id = uuidv7();
    await owner.query(
      `update suggestions set state = 'ended', closed_at = now(), closed_reason = 'not_used' where customer_id = $1 and state = 'open'`,
      [customerId],
    );
    const reason = JSON.stringify({ code: 'welcome' });
    const parties = { campaign_id: campaignId, customer_id: customerId, seller_id: of.personId };
    await insert('suggestions', { id, ...parties, priority: 1, reason, created_at: SINCE });
    return id;
  };
  return { brandId, stores: { paulista, adrianopolis }, ...people, customer, suggestion };
}

async function insertRow(owner: pg.Pool, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const values = columns.map((_, i) => `$${i + 1}`);
  await owner.query(`insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`, Object.values(row));
}
