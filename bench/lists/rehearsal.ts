/**
 * Measures the rehearsal of a campaign over 600,000 customers in 40 stores: the first figures, the whole answer, and how soon
 * the processes are free after a request is given up.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import {
  type CampaignRehearsal,
  type RehearsalWish,
  rehearseCampaign,
} from '#flows/campaigns/rehearsal/rehearse-campaign.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { rehearsalEngine } from '#main/campaigns/rehearsal-engine.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { fillBrand } from './brand-fixture.ts';

export interface RehearsalBench {
  readonly customers: number;
  readonly firstSeconds: number;
  readonly wholeSeconds: number;
  readonly fixesSeconds: number;
  /** The time from giving a request up to the first figures of the next one. */
  readonly afterGivingUpSeconds: number;
  readonly suggested: number;
  readonly doesNotFit: number;
}

const SECRET = 'a secret for measuring, known to everybody, good for nothing';

export async function rehearsalBench(customers: number): Promise<RehearsalBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, durable: false, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  const superuser = new pg.Client({ connectionString: postgres.urlOf('oto', 'postgres') });
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: onLost });
  const rehearsals = rehearsalEngine({ url: urlOf('oto_runtime', logins), idleMs: 60_000 });
  try {
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, readMigrations());
    await superuser.connect();
    const { brandId, until } = await fillBrand(superuser, { attempts: 20_000, customers });
    await fillCampaigns(superuser, brandId, until);
    const deps = { db, timelines: new Timelines(), now: () => until, rehearsals };
    const ask = (answer: RehearsalWish['answer'], signal = new AbortController().signal) =>
      rehearseCampaign(deps, brandId, { id: null, fields: FIELDS, answer }, signal);
    // A manager who opens the form has started the processes.
    await ask('first');
    const [first, firstSeconds] = await timed(() => ask('first'));
    const [whole, wholeSeconds] = await timed(() => ask('whole'));
    const [, fixesSeconds] = await timed(() => ask('fixes'));
    const givenUp = new AbortController();
    const asked = ask('whole', givenUp.signal).catch(() => null);
    await ask('first');
    givenUp.abort(new Error('given up'));
    const [, afterGivingUpSeconds] = await timed(async () => [await asked, await ask('first')]);
    if (first?.isEstimate !== true || whole?.isEstimate !== false)
      throw new Error('The first figures are no estimate.');
    return { customers, firstSeconds, wholeSeconds, fixesSeconds, afterGivingUpSeconds, ...figuresOf(whole) };
  } finally {
    await rehearsals.close();
    await Promise.all([db.close(), superuser.end()]);
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Thirty days for customers without a purchase in the last 60 days: two thirds of all. */
const FIELDS: RehearsalWish['fields'] = {
  ...{ name: 'Saudade', text: 'Oi, {primeiro_nome}!', priority: 5, from: null, to: '2026-12-22', coolDownDays: 0 },
  ...{ perSellerDay: 15, legalBasis: 'consent', legalReason: null },
  audience: { lastPurchaseDays: { min: 60, max: null } },
};

function figuresOf({ rehearsed }: CampaignRehearsal) {
  const suggested = [...rehearsed.days.values()].reduce((sum, day) => sum + day.suggested, 0);
  return { suggested, doesNotFit: rehearsed.doesNotFit };
}

/** Gives every customer a last purchase, every store its hours, and the brand quiet hours and a second campaign. */
async function fillCampaigns(superuser: pg.Client, brandId: string, until: number): Promise<void> {
  const run = (text: string, values: readonly unknown[] = []) => superuser.query(text, [...values]);
  await run(
    `insert into purchases (brand_id, id, customer_id, store_id, bought_on, items, total_cents)
     select $1, uuidv7(), id, store_id, to_timestamp($2)::date - (row_number() over (order by id) % 180)::int, 'vestido', 19900
     from customers where brand_id = $1`,
    [brandId, until / 1000],
  );
  await run(
    `insert into store_hours (brand_id, store_id, weekday, opens_minute, closes_minute)
     select $1, id, d, 600, 1320 from stores, generate_series(0, 6) d where brand_id = $1`,
    [brandId],
  );
  await run(
    `insert into policy_events (brand_id, revision, at, kind, version, policy, effective_at, cause, author_name, author_id, reason)
     values ($1, 1, '2026-01-01', 'publish', 1, $2, '2026-01-01', 'support', 'Sofia', 'sofia', 'Chamado 1')`,
    [brandId, JSON.stringify(DEFAULT_POLICY)],
  );
  await run('update policy_heads set revision = 1, version = 1 where brand_id = $1', [brandId]);
  await run(
    `insert into campaigns (brand_id, id, name, template, priority, per_seller_day, audience, state, active, started_at, created_at)
     values ($1, $2, 'Depois da compra', 'Oi!', 1, 5, $3, 'running', true, '2026-11-01', '2026-11-01')`,
    [brandId, uuidv7(), JSON.stringify({ lastPurchaseDays: { min: 3, max: 20 } })],
  );
  await run('vacuum analyze purchases, customers');
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, Math.round((performance.now() - began) / 10) / 100];
}

export function tableOf(bench: RehearsalBench): string {
  const { customers, firstSeconds, wholeSeconds, fixesSeconds, afterGivingUpSeconds, suggested, doesNotFit } = bench;
  return [
    `Rehearsal of a campaign: ${customers.toLocaleString('en')} customers, 40 stores, 200 sellers, 30 days`,
    `  first figures                      ${firstSeconds} s`,
    `  whole                              ${wholeSeconds} s (${suggested} suggested, ${doesNotFit} without a place)`,
    `  with what would make it fit        ${fixesSeconds} s`,
    `  first figures after giving one up  ${afterGivingUpSeconds} s`,
  ].join('\n');
}
