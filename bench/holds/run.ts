/** How quickly minutes are given away, moved and kept, on the real dispatcher: `node bench/holds/run.ts [--json]`. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { openDatabase } from '#db/db.ts';
import { listen } from '#db/listen.ts';
import { migrate, readMigrations } from '#db/migrate.ts';
import { ensureRoles, urlOf } from '#db/roles.ts';
import { attemptContact } from '#flows/attempt-contact.ts';
import { publishPolicy } from '#flows/change-policy.ts';
import { Timelines } from '#flows/timelines.ts';
import { startDispatcher } from '#jobs/dispatcher.ts';
import { aPublication } from '#kit/a-publication.ts';
import { openPostgres } from '#main/postgres.ts';
import { makeMorning } from './morning.ts';
import { EVENING, OPENING } from './reserve.ts';

export interface HoldBench {
  readonly reserving: {
    readonly slots: number;
    readonly bareMs: number;
    readonly slotsMs: number;
    readonly wholeMs: number;
  };
  readonly retiming: { readonly holds: number; readonly moved: number; readonly ms: number; readonly bareMs: number };
  readonly morning: {
    readonly holds: number;
    readonly minuteMs: number;
    /** Of one minute, the fullest. */
    readonly atOnce: number;
    /** As many rows made ready by one statement and commit. */
    readonly bareMs: number;
    readonly lateMs: Percentiles;
    readonly decisions: number;
    readonly decisionMs: Percentiles;
    readonly decisionAloneMs: Percentiles;
  };
}

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const SELLERS = 600;
const RETIMED = 10_000;
const HELD = 30_000;
const DECISIONS_PER_SECOND = 10;
/** How long a minute of the application's clock lasts here. */
const MINUTE_MS = 2_000;
const MINUTE = 60_000;
const KERNEL_ROUNDS = 3;
const SECRET = 'a secret for measuring, known to everybody, good for nothing';
const ENDS_AT_11 = {
  windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '20:00', end: '11:00' }],
};

export async function holdBench({ held = HELD, retimed = RETIMED, minuteMs = MINUTE_MS } = {}): Promise<HoldBench> {
  const reserving = { slots: 30_000, bareMs: best('bare loop'), slotsMs: best('slots'), wholeMs: best('whole') };
  const house = await openHouse();
  try {
    return { reserving, retiming: await retiming(house, retimed), morning: await morning(house, held, minuteMs) };
  } finally {
    await house.close();
  }
}

type House = Awaited<ReturnType<typeof openHouse>>;

/** The dispatcher as a server wires it, with a clock that stands until it is moved. */
async function openHouse() {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  await ensureRoles(logins);
  await migrate(logins.ownerUrl, readMigrations());
  const url = urlOf('oto_runtime', logins);
  const owner = new pg.Client({ connectionString: logins.ownerUrl });
  await owner.connect();
  const clock = { now: EVENING };
  const heard = { released: (_dueAt: number) => {} };
  const deps = {
    db: openDatabase({ url, onError: onLost }),
    timelines: new Timelines(),
    now: () => clock.now,
    hostNow: () => Date.now(),
    clockIsSafe: () => true,
    newId: uuidv7,
    newToken: () => randomBytes(16).toString('base64url'),
    tzVersion: process.versions.tz ?? '',
    receiptKey: new Uint8Array(32).fill(1),
  };
  const dispatcher = startDispatcher({
    ...deps,
    onReleased: (released) => {
      for (const { became, lateMs } of released) if (became === 'ready') heard.released(clock.now - lateMs);
    },
    onError: onLost,
  });
  const ears = listen({
    url,
    channels: { oto_due: () => void dispatcher.wake() },
    onConnected: () => undefined,
    onError: onLost,
  });
  return {
    owner,
    clock,
    deps,
    dispatcher,
    heard,
    async close() {
      await Promise.all([ears.close(), dispatcher.close()]);
      await Promise.all([deps.db.close(), owner.end()]);
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A policy that now ends at 11:00: everything before that has to move. */
async function retiming(house: House, holds: number): Promise<HoldBench['retiming']> {
  const { owner, deps } = house;
  const { brandId } = await makeMorning(owner, { sellers: SELLERS, holds, free: 0 });
  const bareMs = await bareMoves(owner, brandId);
  const began = performance.now();
  const answer = await publishPolicy(deps, brandId, aPublication(ENDS_AT_11), {
    authorId: 'sofia',
    authorName: 'Sofia',
    reason: 'Chamado 2',
  });
  if (answer.kind !== 'published') throw new Error(`publishing was answered ${answer.kind}`);
  while ((await countOf(owner, brandId, 'h.calendar <> p.calendar')) > 0) await pause(20);
  const ms = performance.now() - began;
  const moved = await countOf(owner, brandId, `h.news is not null`);
  const early = await countOf(owner, brandId, `h.due_at < '2026-08-06T11:00-03'`);
  if (early > 0) throw new Error(`${early} are left in quiet time`);
  // Out of the way of the morning that is measured next.
  await owner.query(
    `update holds set state = 'ended', ended_at = now(), ended_as = 'cancelled', end_reason = 'manager' where brand_id = $1`,
    [brandId],
  );
  return { holds, moved, ms, bareMs };
}

/** The bare floor: the same rows given other minutes, and a slot more each, in one commit. Undone again. */
async function bareMoves(owner: pg.Client, brandId: string): Promise<number> {
  const began = performance.now();
  await owner.query('begin');
  await owner.query(`update holds set due_at = due_at + interval '1 hour', fence = fence + 1 where brand_id = $1`, [
    brandId,
  ]);
  await owner.query(
    `insert into slots (brand_id, queue_id, at, opening_at, hold_id)
     select brand_id, queue_id, at + interval '1 day', opening_at, hold_id from slots where brand_id = $1`,
    [brandId],
  );
  await owner.query('commit');
  const ms = performance.now() - began;
  await owner.query(`update holds set due_at = due_at - interval '1 hour' where brand_id = $1`, [brandId]);
  await owner.query(`delete from slots where brand_id = $1 and at > '2026-08-07'`, [brandId]);
  return ms;
}

async function countOf(owner: pg.Client, brandId: string, which: string): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as n from holds h join policy_heads p using (brand_id) where brand_id = $1 and ended_at is null and ${which}`,
    [brandId],
  );
  return rows[0].n;
}

/** The clock goes from the opening on, a minute at a time; each contact's lateness counts from its minute's beginning to its commit. */
async function morning(house: House, holds: number, minuteMs: number): Promise<HoldBench['morning']> {
  const { owner, clock, dispatcher, heard } = house;
  const { brandId, free } = await makeMorning(owner, { sellers: SELLERS, holds, free: 12_000 });
  clock.now = OPENING - MINUTE;
  const atOnce = await fullestMinute(owner, brandId);
  const bareMs = await bareReady(owner, brandId, atOnce);
  const alone = await decideFor(house, brandId, free.slice(0, 100), () => false);
  const beganAt = new Map<number, number>();
  const late: number[] = [];
  heard.released = (dueAt) => late.push(performance.now() - (beganAt.get(dueAt) ?? Number.NaN));
  let isOver = false;
  const deciding = decideFor(house, brandId, free.slice(100), () => isOver);
  for (let at = OPENING; late.length < holds && at < OPENING + 200 * MINUTE; at += MINUTE) {
    clock.now = at;
    const minute = performance.now();
    beganAt.set(at, minute);
    void dispatcher.wake();
    await pause(Math.max(0, minute + minuteMs - performance.now()));
  }
  isOver = true;
  const decided = await deciding;
  if (late.length !== holds) throw new Error(`${late.length} of ${holds} became ready`);
  return {
    holds,
    minuteMs,
    atOnce,
    bareMs,
    lateMs: percentiles(late),
    decisions: decided.length,
    decisionMs: percentiles(decided),
    decisionAloneMs: percentiles(alone),
  };
}

async function fullestMinute(owner: pg.Client, brandId: string): Promise<number> {
  const { rows } = await owner.query(
    'select count(*)::int as n from holds where brand_id = $1 group by due_at order by n desc limit 1',
    [brandId],
  );
  return rows[0].n;
}

/** The bare floor of a minute: its rows and their attempts, changed by one statement, committed. Undone again; of a few, the quickest. */
async function bareReady(owner: pg.Client, brandId: string, rows: number): Promise<number> {
  const change = (state: string, attempt: string, where: string) =>
    owner.query(
      `with h as (update holds set state = $2, fence = fence + 1 where brand_id = $1 and id in
         (select id from holds where brand_id = $1 and state = '${where}' order by due_at limit $4) returning attempt_id)
       update attempts set state = $3 where brand_id = $1 and id in (select attempt_id from h)`,
      [brandId, state, attempt, rows],
    );
  const took: number[] = [];
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    await change('ready', 'ready', 'waiting');
    took.push(performance.now() - began);
    await change('waiting', 'held', 'ready');
  }
  return Math.min(...took);
}

/** Ten decisions a second, whatever the ones before them took; answers how long each did. */
async function decideFor(
  { deps }: House,
  brandId: string,
  free: Awaited<ReturnType<typeof makeMorning>>['free'],
  isOver: () => boolean,
): Promise<number[]> {
  const took: Promise<number>[] = [];
  const began = performance.now();
  for (const [i, { customerId, seller }] of free.entries()) {
    if (isOver()) break;
    const asked = performance.now();
    const who = { brandId, personId: seller.id, role: 'seller', storeId: seller.storeId, turnId: null } as const;
    const nothing = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null };
    const wish = { key: uuidv7(), customerId, text: 'Oi', hold: null, ...nothing };
    took.push(
      attemptContact(deps, who, wish).then(({ kind }) => {
        if (kind !== 'allowed' && kind !== 'warned') throw new Error(`a decision was answered ${kind}`);
        return performance.now() - asked;
      }),
    );
    await pause(Math.max(0, began + ((i + 1) * 1_000) / DECISIONS_PER_SECOND - performance.now()));
  }
  return Promise.all(took);
}

function percentiles(values: readonly number[]): Percentiles {
  const inOrder = values.toSorted((a, b) => a - b);
  const at = (share: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

function best(kernel: string): number {
  return Math.min(...Array.from({ length: KERNEL_ROUNDS }, () => runKernel(kernel)));
}

function runKernel(kernel: string): number {
  const file = join(import.meta.dirname, 'kernel.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, kernel], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the kernel ${kernel} failed: ${stderr}`);
  return Number(stdout);
}

/** The same as lines that a person reads. */
export function tableOf({ reserving, retiming, morning }: HoldBench): string {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0).padStart(8)} ms`;
  const spread = ({ p50, p99, most }: Percentiles) => `${ms(p50)}${ms(p99)}${ms(most)}`;
  const times = (value: number, floor: number) => `${(value / floor).toFixed(1)} ×`;
  return [
    `Reserving ${reserving.slots} minutes, ${SELLERS} sellers for one opening`,
    `bare loop ${ms(reserving.bareMs)}, the minutes only remembered`,
    `slots     ${ms(reserving.slotsMs)}, ${times(reserving.slotsMs, reserving.bareMs)} the bare loop`,
    `whole     ${ms(reserving.wholeMs)}, the opening found anew for each`,
    '',
    `A policy edit under ${retiming.holds} held contacts, ${retiming.moved} of which lose their minute`,
    `bare SQL  ${ms(retiming.bareMs)}, as many rows moved in one commit`,
    `product   ${ms(retiming.ms)} from publishing to the last one, ${times(retiming.ms, retiming.bareMs)}`,
    '',
    `${morning.holds} held contacts of ${SELLERS} sellers become ready, a minute lasting ${morning.minuteMs} ms, while ${DECISIONS_PER_SECOND} decisions a second go on`,
    `bare SQL  ${ms(morning.bareMs)}, the ${morning.atOnce} of the fullest minute made ready by one statement`,
    '               half within     99 %        all',
    `lateness     ${spread(morning.lateMs)}`,
    `decisions    ${spread(morning.decisionMs)}   (${morning.decisions})`,
    `… alone      ${spread(morning.decisionAloneMs)}`,
  ].join('\n');
}

if (import.meta.main) {
  const result = await holdBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tableOf(result)}\n`);
}
