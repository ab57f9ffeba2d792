/** How long the impact of a policy on a million recorded attempts takes, beside only reading the same rows: `[--json]`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { impactEngine } from '#main/policy/impact-engine.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { makeRecord } from './record.ts';

export interface ImpactBench {
  readonly attempts: number;
  readonly seconds: number;
  readonly readingSeconds: number;
  /** Of the reading alone. */
  readonly times: number;
  readonly longestPauseMs: number;
}

const ATTEMPTS = 1_000_000;
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
  const engine = impactEngine({ url: urlOf('oto_runtime', logins) });
  try {
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, readMigrations());
    const { record, readingSeconds } = await made(logins.ownerUrl);
    const question = { ...record, policy: DEFAULT_POLICY };
    await engine.ask({ ...question, until: question.from + 86_400_000 });
    const pauses = monitorEventLoopDelay({ resolution: 1 });
    pauses.enable();
    const began = performance.now();
    const { attempts } = await engine.ask(question);
    const seconds = (performance.now() - began) / 1_000;
    pauses.disable();
    if (attempts !== ATTEMPTS) throw new Error(`${attempts} attempts were counted`);
    return { attempts, seconds, readingSeconds, times: seconds / readingSeconds, longestPauseMs: pauses.max / 1e6 };
  } finally {
    await engine.close();
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function made(ownerUrl: string) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const record = await makeRecord(owner, ATTEMPTS);
    return { record, readingSeconds: await reading(owner, record.brandId) };
  } finally {
    await owner.end();
  }
}

/** The bare floor: the same rows' bytes, looked at once by the database and not sent anywhere. */
async function reading(owner: pg.Client, brandId: string): Promise<number> {
  const began = performance.now();
  await owner.query('select max(length(r::text)) from receipts r where brand_id = $1', [brandId]);
  return (performance.now() - began) / 1_000;
}

/** The same as lines that a person reads. */
export function tableOf({ attempts, seconds, readingSeconds, times, longestPauseMs }: ImpactBench): string {
  return [
    `Impact of a policy on ${attempts} recorded attempts, in two processes`,
    `engine     ${seconds.toFixed(1).padStart(6)} s`,
    `bare scan  ${readingSeconds.toFixed(1).padStart(6)} s, the same rows looked at once inside the database: ${times.toFixed(2)} ×`,
    `the server’s own thread paused for ${longestPauseMs.toFixed(0)} ms at most`,
  ].join('\n');
}

if (import.meta.main) {
  const result = await impactBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
