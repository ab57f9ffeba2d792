/** Makes a brand with 40 stores, and decides on contacts by day as a request does. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { digestOf, fingerprintOf } from '#flows/contact/answer/idempotent-answer.ts';
import type { AttemptWish } from '#flows/contact/attempt-wish.ts';
import { type ContextRow, contextOfRow } from '#flows/contact/build-context.ts';
import type { JudgedAttempt } from '#flows/contact/judged-attempt.ts';
import { decidedOf } from '#flows/contact/record-decision.ts';
import type { Decided } from '#flows/core/decided.ts';
import { BrandClocks } from '#flows/policy/timelines.ts';
import { decide } from '#rules/contact/decide.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';

export interface WrittenBrand {
  readonly brandId: string;
  /** Suggestions for customers of a seller's portfolio, each for one attempt. */
  readonly contacts: readonly Contact[];
}

interface Contact {
  readonly suggestionId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly phone: string;
  readonly sellerId: string;
  readonly storeId: string;
  readonly turnId: string;
}

const CUSTOMERS = 20_000;
const STORES = 40;
const SELLERS = 200;
const ZONE = 'America/Sao_Paulo';
const ZONES = ['America/Manaus', ZONE];
/** 10:00 in São Paulo. */
const FIRST_DAY = Date.parse('2026-09-01T13:00:00.000Z');
const DAY_MS = 86_400_000;
const WORKDAY_MS = 9 * 3_600_000;
/** The attempts of a day: 20 for each seller. */
const A_DAY = 20 * SELLERS;

/** Makes the brand with as many suggestions as `contacts`. */
export async function makeBrand(owner: pg.Client, contacts: number): Promise<WrittenBrand> {
  const brandId = uuidv7();
  await owner.query(
    `insert into brands (brand_id, slug, name, article, plan, zone, store_zones, created_at)
     values ($1, 'bytes', 'Aurora', 'a', 'growth', $2, $3, now())`,
    [brandId, ZONE, ZONES],
  );
  await owner.query('insert into ledgers (brand_id, link) values ($1, $2)', [brandId, FIRST_LINK]);
  await owner.query(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     select $1, uuidv7(), 'L' || n, 'Loja ' || n, 'São Paulo', 'SP', $2, now() from generate_series(1, $3::int) n`,
    [brandId, ZONE, STORES],
  );
  await owner.query(
    `insert into people (brand_id, id, role, store_id, name, created_at)
     select $1, uuidv7(), 'seller', id, 'Pessoa ' || n, now() from stores, generate_series(1, $2::int) n where brand_id = $1`,
    [brandId, SELLERS / STORES],
  );
  await owner.query(
    `insert into customers (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, created_at)
     select $1, uuidv7(), 'Marina Souza ' || n, p.store_id, p.id, '+551191' || lpad(n::text, 7, '0'), 'mobile',
       sha256(n::text::bytea), 'granted', now()
     from generate_series(1, $2::int) n
       join (select *, row_number() over (order by id) as nr from people where brand_id = $1) p on p.nr = 1 + n % $3::int`,
    [brandId, CUSTOMERS, SELLERS],
  );
  // Each contact has a suggestion of its own, and they are all written before the first contact.
  await owner.query('drop index suggestions_one_open');
  await owner.query(
    `with campaign as (
       insert into campaigns (brand_id, id, name, template, priority, state, active, created_at)
       values ($1, uuidv7(), 'Novidades', 'Oi!', 50, 'running', true, now()) returning id
     ), buyers as (
       select id, seller_id, row_number() over (order by phone) as nr from customers where brand_id = $1
     )
     insert into suggestions (brand_id, id, campaign_id, customer_id, seller_id, priority, reason, created_at)
     select $1, uuidv7(), campaign.id, b.id, b.seller_id, 50, '{}', now()
     from generate_series(1, $2::int) n join buyers b on b.nr = 1 + n % $3::int, campaign`,
    [brandId, contacts, CUSTOMERS],
  );
  await owner.query('vacuum analyze customers, suggestions');
  const { rows } = await owner.query(
    `select g.id as "suggestionId", c.id as "customerId", c.name as "customerName", c.phone, c.seller_id as "sellerId",
       c.store_id as "storeId", c.seller_id as "turnId"
     from suggestions g join customers c on c.brand_id = g.brand_id and c.id = g.customer_id
     where g.brand_id = $1 order by g.id`,
    [brandId],
  );
  return { brandId, contacts: rows };
}

/** Yields the decisions on all contacts, in the order of time; each is allowed and handed over. */
export function* decisions({ brandId, contacts }: WrittenBrand): Generator<Decided> {
  const event = { revision: 1, at: 0, kind: 'publish', version: 1, policy: DEFAULT_POLICY, effectiveAt: 0 } as const;
  const clocks = new BrandClocks(timelineOf([event]));
  const deps = { newId: uuidv7, newToken: randomUUID };
  const contactedAt = new Map<string, readonly number[]>();
  for (const [n, contact] of contacts.entries()) {
    const now = FIRST_DAY + Math.floor(n / A_DAY) * DAY_MS + Math.floor(((n % A_DAY) / A_DAY) * WORKDAY_MS);
    const before = contactedAt.get(contact.sellerId) ?? [];
    const { decided } = decidedOf(deps, judgedAt(now, brandId, contact, clocks, before), now);
    if (!decided.handover) throw new Error(`Contact ${n} was not handed over, although it is in open hours`);
    contactedAt.set(contact.sellerId, [now, ...before].slice(0, 20));
    yield decided;
  }
}

function judgedAt(
  now: number,
  brandId: string,
  contact: Contact,
  clocks: BrandClocks,
  contactedAt: readonly number[],
): JudgedAttempt {
  const { suggestionId, customerId, customerName, sellerId, storeId, turnId } = contact;
  const [firstName] = customerName.split(' ');
  const text = `Oi, ${firstName}! Aqui é da Aurora. Chegou a coleção nova, e separei duas peças com a sua cara.`;
  const wish: AttemptWish = {
    ...{ key: randomUUID(), customerId, origin: 'suggestion', suggestionId, text },
    ...{ attemptId: null, acknowledgement: null, because: null, hold: null },
  };
  const attemptId = uuidv7();
  const textDigest = digestOf(text);
  const row = rowOf(contact, [...contactedAt]);
  const context = contextOfRow(
    row,
    clocks,
    { now, tzVersion: process.versions.tz ?? '', clockUnsafe: false },
    {
      claimed: 'suggestion',
      suggestionOpen: true,
      channel: 'handset',
      attempt: { attemptId, customerId, textDigest: textDigest.toString('hex') },
    },
  );
  return {
    seller: { brandId, personId: sellerId, role: 'seller', storeId, turnId },
    wish,
    fingerprint: fingerprintOf(wish),
    row,
    bound: {
      ...{ attemptId, personId: sellerId, turnId, origin: 'suggestion', channel: 'handset', textDigest },
      policyVersion: 1,
    },
    context,
    judgement: decide(context),
    suggestionId,
    state: 'handed_over',
    ...{ before: null, live: null, later: null, undoneHandover: null, filled: null },
  };
}

/** Returns the row that `db/contact/context.ts` would read. */
function rowOf(contact: Contact, contactedAt: number[]): ContextRow {
  const { suggestionId, customerId, customerName, phone, sellerId, storeId } = contact;
  return {
    ...{ brandName: 'Aurora', brandArticle: 'a', plan: 'growth', brandZone: ZONE, brandStoreZones: ZONES },
    ...{
      coolDownDays: 0,
      unansweredAfter: 0,
      askedSilences: [],
      numberContactedAt: [],
      unansweredAt: [],
      purchasedOn: null,
    },
    ...{ portfolioOnly: false, revision: 1, timingRevision: 1, customerName, phone, phoneKind: 'mobile' },
    ...{
      wrongNumberAt: null,
      availability: 'present',
      permission: 'granted',
      permissionOn: null,
      customerStoreId: storeId,
    },
    ...{ customerSellerId: sellerId, customerSellerName: null, city: 'São Paulo', state: 'SP', toldZone: null },
    ...{
      contactFromMinute: null,
      optedOutAt: null,
      doNotCallOn: null,
      storeId,
      storeZone: ZONE,
      refusedAt: null,
      contactedAt,
    },
    suggestion: {
      id: suggestionId,
      state: 'open',
      customerId,
      sellerId,
      closedBy: null,
      passedBy: null,
      coolDownDays: 0,
    },
  };
}
