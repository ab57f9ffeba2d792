/** Scenario `suggest`: servers and Postgres are killed while they make the suggestions of a morning; each morning ends as an undisturbed one. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { instantIn, MINUTE } from '#chaos/clock.ts';
import { asOwner } from '#chaos/database.ts';
import type { Run, Scenario } from '#chaos/play-run.ts';
import { MOMENTS } from '#chaos/product/kill-points.ts';
import { SP } from './day.ts';
import { prepareMorning, readMorning } from './morning-fixture.ts';

interface Numbers {
  readonly mornings: number;
  readonly kills: number;
  /** The customers who are added to one store, so that a run reads several pages. */
  readonly customers: number;
}

const DATE = '2026-11-24';
/** Every store is open, so that the day of each is due. */
const TIME = '11:30';
const PATIENCE_MS = 60_000;
/** How long a killed server waits for its named point before it is killed anywhere. */
const POINT_MS = 3_000;

export const suggest: Scenario<Numbers> = {
  name: 'suggest',
  servers: 2,
  sizes: {
    small: { mornings: 5, kills: 2, customers: 5_000 },
    large: { mornings: 60, kills: 4, customers: 20_000 },
    planted: { mornings: 3, kills: 2, customers: 5_000 },
  },
  async play(run, { mornings, kills, customers }) {
    await asOwner(run.ownerUrl, (owner) => prepareMorning(owner, customers));
    for (let morning = 0; morning <= mornings; morning += 1) {
      run.phase(morning === 0 ? 'the undisturbed morning' : `morning ${morning}`);
      await playMorning(run, morning, morning === 0 ? 0 : kills);
    }
  },
  invalid({ figures, evidence }, { mornings, kills }) {
    const seen = evidence.lines.filter(({ saw }) => saw === 'suggestions').length;
    if (seen < mornings + 1) return `only ${seen} of ${mornings + 1} mornings were played`;
    const atPoints = figures.faults['server killed at a point'] ?? 0;
    const killed = atPoints + (figures.faults['server killed'] ?? 0) + (figures.faults['postgres killed'] ?? 0);
    if (killed < mornings * kills) return `only ${killed} of ${mornings * kills} kills were delivered`;
    return atPoints < (mornings * kills) / 4 ? `only ${atPoints} kills happened at their named point` : null;
  },
};

/** Deletes the morning's suggestions, makes them due, kills servers meanwhile, and reads what was made; then asks for the day again. */
async function playMorning(run: Run, morning: number, kills: number): Promise<void> {
  const { ownerUrl, clock, witness } = run;
  const at = instantIn(SP, DATE, TIME) + 2 * morning * MINUTE;
  await asOwner(ownerUrl, forgetMorning);
  const began = Date.now();
  const killing = killServers(run, kills);
  await clock.set(at);
  await killing;
  const isDone = await waitUntilDone(run, 0);
  const made = await asOwner(ownerUrl, readMorning);
  witness.tell({ saw: 'suggestions', morning, isDone, tookMs: Date.now() - began, ...made });
  // The clock's move makes the runs of the day due again, which must add nothing.
  const { fences } = made;
  await clock.set(at + MINUTE);
  const isDoneAgain = await waitUntilDone(run, fences);
  witness.tell({
    ...{ saw: 'suggestions', morning: morning + 0.5, isDone: isDoneAgain, tookMs: Date.now() - began },
    ...(await asOwner(ownerUrl, readMorning)),
  });
}

async function forgetMorning(owner: pg.Client): Promise<void> {
  await owner.query('begin');
  for (const table of ['suggestions', 'suggestion_runs', 'campaign_days']) await owner.query(`delete from ${table}`);
  await owner.query('commit');
}

async function killServers(run: Run, kills: number): Promise<void> {
  const { chance, fleet } = run;
  for (let i = 0; i < kills; i += 1) {
    if (chance.happens(20)) {
      await pause(chance.below(400));
      run.fault('postgres killed');
      await run.databases.kill();
    } else await killOne(run, chance.below(fleet.count));
    await endLeases(run);
  }
}

async function killOne(run: Run, index: number): Promise<void> {
  const { chance, fleet } = run;
  const server = fleet.at(index);
  if (server?.isAlive) {
    fleet.expectEnd(server);
    const moment = chance.pick(MOMENTS);
    const order = server.order({ kind: 'suggest', moment, nth: 1 + chance.below(6), signal: 'SIGKILL' });
    const deadline = Date.now() + POINT_MS;
    while (server.isAlive && Date.now() < deadline) await pause(10);
    if (server.hasCarriedOut(order)) run.fault('server killed at a point', moment);
    else run.fault('server killed');
  }
  await fleet.kill(index);
  await fleet.startServer(index);
}

/** Lets the five minutes pass for which a run belongs to its server, and wakes the servers. */
async function endLeases({ ownerUrl }: Run): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(
      `update suggestion_runs set lease_until = lease_until - interval '5 minutes' where finished_at is null`,
    );
    await owner.query('notify oto_suggestions');
  });
}

/** Waits until the runs of all stores are finished, after more claims than `fences`; returns whether that happened in time. */
async function waitUntilDone(run: Run, fences: number): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  const sql = `select count(*) = (select count(*) from stores) and bool_and(finished_at is not null)
      and sum(fence) > $1 as "isDone" from suggestion_runs where on_date = '${DATE}'`;
  for (let polls = 1; Date.now() < deadline; polls += 1) {
    const { rows } = await asOwner(run.ownerUrl, (owner) => owner.query(sql, [fences]));
    if (rows[0]?.isDone) return true;
    if (polls % 20 === 0) await endLeases(run);
    await pause(100);
  }
  return false;
}
