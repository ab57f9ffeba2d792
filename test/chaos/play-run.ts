/** Plays one fault run: copies the database, starts servers and a witness, plays the scenario, and returns the checker's verdict. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { startFakePooler } from '#kit/fake-pooler.ts';
import type { Person, World } from './brands-fixture.ts';
import { check, type Verdict } from './checker/check.ts';
import { AppClockMover } from './clock.ts';
import { asOwner, type Databases, SECRET } from './database.ts';
import { Fleet } from './fleet.ts';
import { Asker } from './request.ts';
import { type Chance, chanceOf } from './seeded-random.ts';
import { Seller } from './seller.ts';
import { openWitness, type Witness } from './witness.ts';

export interface Run {
  readonly size: Size;
  readonly chance: Chance;
  readonly world: World;
  readonly witness: Witness;
  readonly fleet: Fleet;
  readonly asker: Asker;
  readonly clock: AppClockMover;
  readonly databases: Databases;
  readonly ownerUrl: string;
  /** Returns at most `most` sellers of the world, each at a new device. */
  sellers(of: (person: Person) => boolean, most: number): Seller[];
  /** Tells the witness of a fault that the scenario has just caused. */
  fault(fault: string, detail?: string): void;
  phase(phase: string): void;
}

export type Size = 'small' | 'large' | 'planted';

/** A kind of fault run. `N` is the type of the numbers that a size of the scenario has. */
export interface Scenario<N> {
  readonly name: string;
  readonly servers: number;
  /** Whether the harness may move the servers' wall clocks. */
  readonly skewed?: boolean;
  readonly zone?: string;
  /** How long a server still answers after SIGTERM. */
  readonly drainSeconds?: number;
  /** Whether servers reach Postgres through a fake of an older pooler. */
  readonly pooled?: boolean;
  readonly sizes: Readonly<Record<Size, N>>;
  /** Returns the numbers of one of `parts` parts of a run. */
  partOf?(numbers: N, parts: number): N;
  play(run: Run, numbers: N): Promise<void>;
  /** Returns why a run proves nothing, as a sentence, or null where the run is valid. */
  invalid(verdict: Verdict, numbers: N): string | null;
}

export interface Playing<N> {
  readonly scenario: Scenario<N>;
  readonly size: Size;
  readonly seed: number;
  readonly databases: Databases;
  readonly world: World;
  /** The folder with the product's sources. */
  readonly root: string;
  /** In how many parts a long scenario is split; one part is played. */
  readonly parts?: number;
  /** Prints progress. */
  readonly say: (text: string) => void;
}

export interface Played extends Verdict {
  readonly invalid: string | null;
  readonly tookMs: number;
  readonly witnessFile: string;
  /** The last output of the servers. */
  readonly output: string;
}

export async function playScenario<N>(playing: Playing<N>): Promise<Played> {
  const { scenario, size, seed, databases, world, root, say } = playing;
  const numbers = (scenario.partOf ?? identity)(scenario.sizes[size], playing.parts ?? 1);
  const began = performance.now();
  const name = await databases.copy();
  const dir = join(databases.dir, name);
  mkdirSync(dir);
  const witnessFile = join(dir, 'witness.jsonl');
  const witness = openWitness(witnessFile);
  const chance = chanceOf(seed);
  const { ownerUrl } = databases.loginsOf(name);
  const pooler = scenario.pooled ? await startFakePooler(ownerUrl) : null;
  const fleet = await Fleet.start(
    {
      ...{ root, dir, count: scenario.servers, secret: SECRET, zone: scenario.zone ?? 'UTC' },
      ...{
        databaseUrl: pooler?.through(ownerUrl) ?? ownerUrl,
        drainSeconds: scenario.drainSeconds ?? 0,
        listenUrl: databases.runtimeUrlOf(name),
        skewed: scenario.skewed ?? false,
      },
    },
    witness,
  );
  const asker = new Asker(fleet, witness, world, chance.fork('asker'));
  const clock = new AppClockMover(fleet, witness, chance.fork('clock'));
  const phase = (text: string) => {
    witness.tell({ saw: 'phase', phase: text });
    say(text);
  };
  let devices = 0;
  try {
    await scenario.play(
      {
        ...{ size, chance: chance.fork('scenario'), world, witness, fleet, asker, clock, databases, ownerUrl, phase },
        sellers: (of, most) =>
          world.sellers
            .filter(of)
            .slice(0, most)
            .map(
              (person) =>
                new Seller(person, asker, chance.fork(`${person.email} ${++devices}`), () =>
                  minuteAhead(clock, chance),
                ),
            ),
        fault: (fault, detail = '') => witness.tell({ saw: 'fault', fault, detail }),
      },
      numbers,
    );
    phase('over');
    const { output } = fleet;
    const verdict = await asOwner(ownerUrl, (owner) => check(owner, witnessFile));
    const invalid = scenario.invalid(verdict, numbers);
    return { ...verdict, invalid, tookMs: performance.now() - began, witnessFile, output };
  } finally {
    asker.close();
    await fleet.stop();
    await pooler?.close();
    witness.close();
    await databases.drop(name);
  }
}

const identity = <N>(numbers: N): N => numbers;

/** Returns a random minute within the next day, quiet or not, as a seller could choose it. */
function minuteAhead(clock: AppClockMover, chance: Chance): number {
  return clock.lastSet + (5 + chance.below(1200)) * 60_000;
}

/**
 * Waits until no held contact is due or must be retimed at the app's present instant, and returns whether that state was
 * reached in time. The time limit grows with the number of held contacts, as all of them may be due at once.
 */
export async function waitUntilSettled({ ownerUrl, clock }: Run): Promise<boolean> {
  const began = Date.now();
  const sql = `select count(*)::int as live,
      count(*) filter (where h.parked_at is null and (h.due_at <= $1 or h.calendar <> p.calendar))::int as left
    from holds h join policy_heads p using (brand_id) where h.ended_at is null`;
  let patienceMs: number | null = null;
  for (;;) {
    const { rows } = await asOwner(ownerUrl, (owner) => owner.query(sql, [new Date(clock.lastSet)]));
    const [{ live, left } = { live: 0, left: 0 }] = rows;
    if (left === 0) return true;
    patienceMs ??= REST_MS + live * REST_EACH_MS;
    if (Date.now() > began + patienceMs) return false;
    await pause(200);
  }
}

const REST_MS = 30_000;
const REST_EACH_MS = 5;

/** The root folder of the checkout. */
export const ROOT = process.cwd();
