/**
 * Measures the suggestions of a morning: the chore from its start to its end, decisions and the list of *Hoje* beside it in
 * the same process, and the exact count of an audience: `node bench/suggestions/run.ts [--customers N] [--json]`.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { countCampaignFigures } from '#db/campaigns/campaign-figures.ts';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { createBrand } from '#db/people/brands.ts';
import { countAudience } from '#flows/campaigns/count-audience.ts';
import { readSuggestions } from '#flows/campaigns/read-suggestions.ts';
import { runSuggestions } from '#flows/campaigns/run-suggestions.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { ChainHeads } from '#flows/core/chain-heads.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { fillBrand, LONG_CAMPAIGN, MORNING, type Seller } from './brand-fixture.ts';

export interface SuggestionBench {
  readonly customers: number;
  readonly purchases: number;
  readonly fillSeconds: number;
  /** The first morning, with no suggestion open, and nothing else at work. */
  readonly first: ChoreRun;
  /** The next morning, while people contact customers and read their lists. */
  readonly beside: ChoreRun;
  readonly decisionAloneMs: Percentiles;
  readonly decisionBesideMs: Percentiles;
  readonly listAloneMs: Percentiles;
  readonly listBesideMs: Percentiles;
  readonly exactCountSeconds: number;
  readonly exactCount: { readonly matched: number; readonly reachable: number };
  readonly estimateMs: number;
  /** The figures of a campaign that suggested half of the customers. */
  readonly figuresSeconds: number;
}

interface ChoreRun {
  readonly seconds: number;
  readonly suggested: number;
  readonly ended: number;
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const SECRET = 'a secret for measuring, known to everybody, good for nothing';
const CUSTOMERS = 600_000;
const PURCHASES_EACH = 5;
const PER_SECOND = 10;
const ALONE = 150;
const DAY_MS = 86_400_000;

type Bench = Awaited<ReturnType<typeof openBench>>;

export async function suggestionBench({ customers = CUSTOMERS } = {}): Promise<SuggestionBench> {
  const bench = await openBench(customers);
  try {
    const { deps, brandId, fillSeconds } = bench;
    const first = await runChore(bench);
    await workUntil(bench, 30, () => false);
    const alone = await workUntil(bench, ALONE, () => false);
    deps.moveTo(MORNING + DAY_MS);
    let isOver = false;
    const working = workUntil(bench, Number.POSITIVE_INFINITY, () => isOver);
    const beside = await runChore(bench).finally(() => {
      isOver = true;
    });
    const busy = await working;
    const audience = { spent: { sinceDays: 90, minCents: 50_000 }, tags: ['vip'] };
    const asked = { audience, coolDownDays: 7, text: 'Oi, {primeiro_nome}!' };
    const [exactMs, exact] = await timed(() => countAudience(deps, brandId, asked, deps.now(), { sample: false }));
    const [estimateMs] = await timed(() => countAudience(deps, brandId, asked, deps.now(), { sample: true }));
    const [figuresMs] = await timed(() =>
      deps.db.read(brandId, (reads) => reads.run(countCampaignFigures, { brandId, campaignIds: [LONG_CAMPAIGN] })),
    );
    const { matched = 0, reachable = 0 } = exact ?? {};
    return {
      ...{ customers, purchases: customers * PURCHASES_EACH, fillSeconds, first, beside },
      ...{ decisionAloneMs: percentiles(alone.decided), decisionBesideMs: percentiles(busy.decided) },
      ...{ listAloneMs: percentiles(alone.listed), listBesideMs: percentiles(busy.listed) },
      ...{ exactCountSeconds: exactMs / 1000, exactCount: { matched, reachable }, estimateMs },
      figuresSeconds: figuresMs / 1000,
    };
  } finally {
    await bench.close();
  }
}

async function openBench(customers: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  await ensureRoles(logins);
  await migrate(logins.ownerUrl, readMigrations());
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: onLost });
  const superuser = new pg.Client({ connectionString: postgres.urlOf('oto', 'postgres') });
  await superuser.connect();
  const brandId = uuidv7();
  const terms = { slug: 'medida', name: 'Medida', article: 'a', plan: 'growth' } as const;
  await db.inBrand(brandId, async (tx) => {
    createBrand(tx, { brandId, ...terms, zone: 'America/Sao_Paulo', portfolioOnly: false }, MORNING - 60 * DAY_MS);
  });
  const [fillMs, sellers] = await timed(() =>
    fillBrand(superuser, brandId, { customers, purchases: customers * PURCHASES_EACH }),
  );
  const { rows: contacts } = await superuser.query<Contact>(
    `select id as "customerId", seller_id as "personId", store_id as "storeId" from customers
     where brand_id = $1 and seller_id is not null order by md5(id::text) limit 20000`,
    [brandId],
  );
  let now = MORNING;
  const deps = {
    ...{ db, timelines: new Timelines(), now: () => now, hostNow: Date.now, clockIsSafe: () => true, newId: uuidv7 },
    newToken: () => randomBytes(16).toString('base64url'),
    tzVersion: process.versions.tz ?? '',
    receiptKey: new Uint8Array(32).fill(1),
    chainHeads: new ChainHeads(),
    moveTo(instant: number) {
      now = instant;
    },
  };
  const close = async () => {
    await Promise.all([db.close(), superuser.end()]);
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { deps, brandId, sellers, contacts, fillSeconds: Math.round(fillMs / 1000), close };
}

interface Contact {
  readonly customerId: string;
  readonly personId: string;
  readonly storeId: string;
}

async function runChore({ deps, brandId }: Bench): Promise<ChoreRun> {
  let [suggested, ended] = [0, 0];
  const onSuggested = (made: { readonly suggested: number; readonly ended: number }) => {
    suggested += made.suggested;
    ended += made.ended;
  };
  const [ms] = await timed(() => runSuggestions({ ...deps, onSuggested }, brandId));
  return { seconds: ms / 1000, suggested, ended };
}

/** Ten decisions and ten lists a second, none waiting for an earlier one, until `isOver` or `most` of them. */
async function workUntil({ deps, brandId, sellers, contacts }: Bench, most: number, isOver: () => boolean) {
  const decided: Promise<number>[] = [];
  const listed: Promise<number>[] = [];
  const began = performance.now();
  for (let i = 0; i < most && !isOver(); i += 1) {
    const contact = contacts[(offset + i) % contacts.length] as Contact;
    const seller = sellers[i % sellers.length] as Seller;
    const who = {
      brandId,
      personId: contact.personId,
      role: 'seller',
      storeId: contact.storeId,
      turnId: null,
    } as const;
    const nothing = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null };
    const wish = { key: uuidv7(), customerId: contact.customerId, text: 'Oi', hold: null, ...nothing };
    decided.push(timed(() => attemptContact(deps, who, wish)).then(([ms]) => ms));
    const viewer = { brandId, personId: seller.id, storeId: seller.storeId, name: 'Pessoa' };
    const read = () => readSuggestions(deps.db, viewer as never, { after: null, limit: 50 }, deps.now());
    listed.push(timed(read).then(([ms]) => ms));
    await pause(Math.max(0, began + ((i + 1) * 1_000) / PER_SECOND - performance.now()));
  }
  offset += decided.length;
  return { decided: await Promise.all(decided), listed: await Promise.all(listed) };
}

/** No customer is contacted twice: an earlier contact would change the decision. */
let offset = 0;

async function timed<T>(work: () => Promise<T>): Promise<readonly [ms: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

function percentiles(values: readonly number[]): Percentiles {
  const inOrder = values.toSorted((a, b) => a - b);
  const at = (share: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The most that the chore may take at 600,000 customers. */
const ASKED_SECONDS = 60;

/** Formats the result as lines for a person. */
export function tableOf(result: SuggestionBench): string {
  const { customers, purchases, fillSeconds, first, beside } = result;
  const chore = (what: string, { seconds, suggested, ended }: ChoreRun) => {
    const share = `${((100 * seconds) / ASKED_SECONDS).toFixed(0)} % of ${ASKED_SECONDS} s`;
    return `${what.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s   ${share.padStart(12)}, ${(customers / seconds).toFixed(0)} customers/s; ${suggested} made, ${ended} ended`;
  };
  const ms = (value: number) => value.toFixed(1).padStart(8);
  const spread = (what: string, alone: Percentiles, busy: Percentiles) =>
    (['p50', 'p95', 'p99'] as const).map(
      (each) =>
        `${`${what}, ${each}`.padEnd(34)} ${ms(alone[each])} ms alone ${ms(busy[each])} ms beside the chore, × ${(busy[each] / alone[each]).toFixed(1)}`,
    );
  return [
    `Suggestions of a morning: ${customers} customers, ${purchases} purchases, ten campaigns (filled in ${fillSeconds} s)`,
    chore('chore, first morning, alone', first),
    chore('chore, next morning, beside', beside),
    ...spread('decision', result.decisionAloneMs, result.decisionBesideMs),
    ...spread('list of Hoje', result.listAloneMs, result.listBesideMs),
    `${'exact count of an audience'.padEnd(34)} ${result.exactCountSeconds.toFixed(1).padStart(7)} s: ${result.exactCount.matched} met, ${result.exactCount.reachable} reachable; estimate in ${result.estimateMs.toFixed(0)} ms`,
    `${'figures of a long campaign'.padEnd(34)} ${result.figuresSeconds.toFixed(1).padStart(7)} s for ${customers / 2} suggestions`,
  ].join('\n');
}

if (import.meta.main) {
  const at = process.argv.indexOf('--customers');
  const result = await suggestionBench(at < 0 ? {} : { customers: Number(process.argv[at + 1]) });
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tableOf(result)}\n`);
}
