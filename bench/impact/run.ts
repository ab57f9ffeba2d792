/**
 * Measures the impact of a policy on as many attempts as a large brand records in 90 days, and on a million, beside only reading
 * the same rows, with the memory before, during and after: `[--json]`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import type { ImpactQuestion } from '#flows/policy/impact.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { type ImpactWorkers, impactEngine } from '#main/policy/impact-engine.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { makeRecord } from './attempts-fixture.ts';
import { type Memory, readMemory } from './memory.ts';

export interface ImpactRow {
  readonly attempts: number;
  /** The first question, which starts the processes. */
  readonly coldSeconds: number;
  /** The fastest of the following questions, which the same processes answer. */
  readonly seconds: number;
  readonly readingSeconds: number;
  /** `seconds` divided by `readingSeconds`. */
  readonly times: number;
  readonly longestPauseMs: number;
  /** The load of the machine after the last question. */
  readonly load: number;
  readonly memory: { readonly before: Memory; readonly during: Memory; readonly after: Memory };
}

export interface ImpactBench {
  readonly rows: readonly ImpactRow[];
}

const ATTEMPTS = [257_000, 1_000_000];
const WARM_QUESTIONS = 4;
const IDLE_MS = 1_000;
const SECRET = 'a secret for measuring, known to everybody, good for nothing';

export async function impactBench(): Promise<ImpactBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const postgres = await openPostgres({
    dataDir,
    onLost: (error) => {
      throw error;
    },
  });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  const engine = impactEngine({ url: urlOf('oto_runtime', logins), idleMs: IDLE_MS });
  try {
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, readMigrations());
    const rows: ImpactRow[] = [];
    for (const attempts of ATTEMPTS) {
      const { record, readingSeconds } = await makeAndRead(logins.ownerUrl, attempts);
      rows.push(await measure(engine, { ...record, policy: DEFAULT_POLICY }, attempts, readingSeconds));
    }
    return { rows };
  } finally {
    await engine.close();
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  engine: ImpactWorkers,
  question: ImpactQuestion,
  expected: number,
  readingSeconds: number,
): Promise<ImpactRow> {
  const before = readMemory();
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const seconds: number[] = [];
  for (let i = 0; i <= WARM_QUESTIONS; i++) {
    const began = performance.now();
    const { attempts } = await engine.ask(question);
    seconds.push((performance.now() - began) / 1_000);
    if (attempts !== expected) throw new Error(`The engine counted ${attempts} attempts, not ${expected}`);
  }
  pauses.disable();
  const during = readMemory();
  while (engine.size() > 0) await pause(IDLE_MS);
  const [coldSeconds = 0, ...warm] = seconds;
  const least = Math.min(...warm);
  return {
    attempts: expected,
    coldSeconds,
    seconds: least,
    readingSeconds,
    times: least / readingSeconds,
    longestPauseMs: pauses.max / 1e6,
    load: loadavg()[0] ?? 0,
    memory: { before, during, after: readMemory() },
  };
}

async function makeAndRead(ownerUrl: string, attempts: number) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const record = await makeRecord(owner, attempts);
    return { record, readingSeconds: await measureReading(owner, record.brandId) };
  } finally {
    await owner.end();
  }
}

/** Measures the baseline: the database reads all bytes of the same rows once, and sends none of them. */
async function measureReading(owner: pg.Client, brandId: string): Promise<number> {
  const began = performance.now();
  await owner.query('select max(length(r::text)) from receipts r where brand_id = $1', [brandId]);
  return (performance.now() - began) / 1_000;
}

/** Formats the result as lines for a person. */
export function tableOf({ rows }: ImpactBench): string {
  return rows
    .flatMap(({ attempts, coldSeconds, seconds, readingSeconds, times, longestPauseMs, load, memory }) => [
      `Impact of a policy on ${attempts} recorded attempts, in two processes (load ${load.toFixed(1)})`,
      `first      ${coldSeconds.toFixed(2).padStart(6)} s, with the start of the processes`,
      `following  ${seconds.toFixed(2).padStart(6)} s, the fastest of ${WARM_QUESTIONS}`,
      `bare scan  ${readingSeconds.toFixed(2).padStart(6)} s, the same rows read once inside the database: ${times.toFixed(2)} ×`,
      `the server’s own thread paused for ${longestPauseMs.toFixed(0)} ms at most`,
      `memory: before ${megabytes(memory.before)}; at most ${megabytes(memory.during)}; once the workers ended ${megabytes(memory.after)}`,
    ])
    .join('\n');
}

function megabytes({ ownMb, workersMb }: Memory): string {
  return `${ownMb.toFixed(0)} MB + ${workersMb?.toFixed(0) ?? '?'} MB of workers`;
}

if (import.meta.main) {
  const result = await impactBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
