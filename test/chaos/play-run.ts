/** One run: a fresh copy of the world, servers, a witness; what a scenario plays on, and the verdict afterwards. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { startFakePooler } from '#kit/fake-pooler.ts';
import type { Person, World } from './brands-fixture.ts';
import { check, type Verdict } from './checker/check.ts';
import { AppClockHand } from './clock.ts';
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
  readonly clock: AppClockHand;
  readonly databases: Databases;
  readonly ownerUrl: string;
  /** As people: the world's, each with a device. */
  sellers(of: (person: Person) => boolean, most: number): Seller[];
  /** Notes a fault as it is delivered. */
  fault(fault: string, detail?: string): void;
  phase(phase: string): void;
}

export type Size = 'small' | 'large' | 'planted';

/** N: the numbers of a size. */
export interface Scenario<N> {
  readonly name: string;
  readonly servers: number;
  /** The servers' wall clocks are the harness's to move. */
  readonly skewed?: boolean;
  readonly zone?: string;
  /** How long a server serves on after it was told to stop. */
  readonly drainSeconds?: number;
  /** Servers reach Postgres through a double of an older pooler. */
  readonly pooled?: boolean;
  readonly sizes: Readonly<Record<Size, N>>;
  /** One of `parts` parts of such a size. */
  partOf?(numbers: N, parts: number): N;
  play(run: Run, numbers: N): Promise<void>;
  /** Why such a run says nothing, as a sentence; null where it does. */
  invalid(verdict: Verdict, numbers: N): string | null;
}

export interface Playing<N> {
  readonly scenario: Scenario<N>;
  readonly size: Size;
  readonly seed: number;
  readonly databases: Databases;
  readonly world: World;
  /** Where the product lies. */
  readonly root: string;
  /** Of a long scenario, one of so many parts. */
  readonly parts?: number;
  /** What is said along the way. */
  readonly say: (text: string) => void;
}

export interface Played extends Verdict {
  readonly invalid: string | null;
  readonly tookMs: number;
  readonly witnessFile: string;
  /** The last that the servers printed. */
  readonly said: string;
}

export async function playScenario<N>(playing: Playing<N>): Promise<Played> {
  const { scenario, size, seed, databases, world, root, say } = playing;
  const numbers = (scenario.partOf ?? same)(scenario.sizes[size], playing.parts ?? 1);
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
  const asker = new Asker(fleet, witness, world, chance.apart('asker'));
  const clock = new AppClockHand(fleet, witness, chance.apart('clock'));
  const phase = (text: string) => {
    witness.tell({ saw: 'phase', phase: text });
    say(text);
  };
  let devices = 0;
  try {
    await scenario.play(
      {
        ...{ size, chance: chance.apart('scenario'), world, witness, fleet, asker, clock, databases, ownerUrl, phase },
        sellers: (of, most) =>
          world.sellers
            .filter(of)
            .slice(0, most)
            .map(
              (person) =>
                new Seller(person, asker, chance.apart(`${person.email} ${++devices}`), () =>
                  minuteAhead(clock, chance),
                ),
            ),
        fault: (fault, detail = '') => witness.tell({ saw: 'fault', fault, detail }),
      },
      numbers,
    );
    phase('over');
    const { said } = fleet;
    const verdict = await asOwner(ownerUrl, (owner) => check(owner, witnessFile));
    const invalid = scenario.invalid(verdict, numbers);
    return { ...verdict, invalid, tookMs: performance.now() - began, witnessFile, said };
  } finally {
    asker.close();
    await fleet.stop();
    await pooler?.close();
    witness.close();
    await databases.drop(name);
  }
}

const same = <N>(numbers: N): N => numbers;

/** A minute that a seller would choose: within a day, quiet or not. */
function minuteAhead(clock: AppClockHand, chance: Chance): number {
  return clock.put + (5 + chance.below(1200)) * 60_000;
}

/**
 * Waits until the servers have nothing left to do by where the clock stands now; answers whether they came to rest. All
 * that is held may have come due at once.
 */
export async function settle({ ownerUrl, clock }: Run): Promise<boolean> {
  const began = Date.now();
  const sql = `select count(*)::int as live,
      count(*) filter (where h.parked_at is null and (h.due_at <= $1 or h.calendar <> p.calendar))::int as left
    from holds h join policy_heads p using (brand_id) where h.ended_at is null`;
  let patienceMs: number | null = null;
  for (;;) {
    const { rows } = await asOwner(ownerUrl, (owner) => owner.query(sql, [new Date(clock.put)]));
    const [{ live, left } = { live: 0, left: 0 }] = rows;
    if (left === 0) return true;
    patienceMs ??= REST_MS + live * REST_EACH_MS;
    if (Date.now() > began + patienceMs) return false;
    await pause(200);
  }
}

const REST_MS = 30_000;
const REST_EACH_MS = 5;

/** The checkout. */
export const ROOT = process.cwd();
