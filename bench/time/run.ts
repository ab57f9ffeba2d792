/** Measures the quiet clock beside a bare loop, a binary search and five libraries: `node bench/time/run.ts [--json]`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { CompileResult } from './compile.ts';
import type { KernelResult } from './kernel.ts';
import { OTHER_LIBRARIES } from './other-libraries.ts';
import { ZONE } from './workload.ts';

export interface TimeBench {
  readonly bench: 'time';
  readonly unit: 'ns';
  readonly node: string;
  readonly tz: string;
  readonly zone: string;
  /** The results; `times` is a kernel's time divided by the quiet clock's. */
  readonly rows: readonly (KernelResult & { readonly times: number })[];
  readonly compile: CompileResult;
  /** The time of the fastest library divided by the quiet clock's; native Temporal does not count as a library. */
  readonly timesFastestPeer: number;
}

const OURS = 'at';
const KERNELS = ['bare loop', OURS, 'from scratch', 'binary search', ...Object.keys(OTHER_LIBRARIES)];
const ROUNDS = 3;

/** Runs a process for each kernel and round, and takes the fastest round: other load on the machine only slows a kernel down. */
export function timeBench(): TimeBench {
  const results = KERNELS.map((name) => best(name));
  const compile = bestCompile();
  const ours = results.find(({ name }) => name === OURS) as KernelResult;
  const rows = results.map((result) => ({ ...result, times: result.nsPerOp / ours.nsPerOp }));
  const timesFastestPeer = Math.min(
    ...rows.filter(({ name }) => name in OTHER_LIBRARIES && name !== 'native Temporal').map(({ times }) => times),
  );
  return {
    bench: 'time',
    unit: 'ns',
    node: process.version,
    tz: process.versions.tz as string,
    zone: ZONE,
    rows,
    compile,
    timesFastestPeer,
  };
}

/** Formats the result as lines for a person. */
export function tableOf({ rows, compile, node, tz, zone, timesFastestPeer }: TimeBench): string {
  const lines = rows.map(({ name, nsPerOp, times, agreement }) =>
    [
      name.padEnd(18),
      `${nsPerOp.toFixed(1)} ns`.padStart(13),
      `${times.toFixed(times < 10 ? 2 : 0)} ×`.padStart(9),
      agreement === null ? '' : `  ${agreement.differs + agreement.throws} of ${agreement.asked} answers differ`,
    ].join(''),
  );
  return [
    `"Quiet now, and until when?" at random instants of 2018 and 2019 in ${zone} (node ${node}, tz ${tz})`,
    ...lines,
    `two years of a zone compile in ${compile.laterMs.toFixed(2)} ms, the first time in ${compile.firstMs.toFixed(2)} ms`,
    `${Math.round(timesFastestPeer)} times the fastest library`,
  ].join('\n');
}

function best(name: string): KernelResult {
  const rounds = Array.from({ length: ROUNDS }, () => runProcess<KernelResult>('kernel.ts', name));
  return rounds.toSorted((a, b) => a.nsPerOp - b.nsPerOp)[0] as KernelResult;
}

/** The first compilation is measured once in each process, so it needs more processes than a repeated question. */
function bestCompile(): CompileResult {
  const rounds = Array.from({ length: 3 * ROUNDS }, () => runProcess<CompileResult>('compile.ts'));
  return {
    firstMs: Math.min(...rounds.map(({ firstMs }) => firstMs)),
    laterMs: Math.min(...rounds.map(({ laterMs }) => laterMs)),
  };
}

function runProcess<Result>(file: string, ...args: readonly string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...args], {
    encoding: 'utf8',
    env: { ...process.env, TZ: ZONE },
  });
  if (status !== 0) throw new Error(`${[file, ...args].join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as Result;
}

if (import.meta.main) {
  const result = timeBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tableOf(result)}\n`);
}
