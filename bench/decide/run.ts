/** Measures one decision on a complete context, beside a loop that only visits the same contexts: `node bench/decide/run.ts [--json]`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

export interface DecideBench {
  readonly bareLoopNs: number;
  readonly decideNs: number;
}

const ROUNDS = 3;

/** Runs a process for each kernel and round, and takes the fastest round: other load on the machine only slows a kernel down. */
export function decideBench(): DecideBench {
  return { bareLoopNs: best('bare loop'), decideNs: best('decide') };
}

/** Formats the result as lines for a person. */
export function tableOf({ bareLoopNs, decideNs }: DecideBench): string {
  return [
    'One decision: every check, every clock, opening and permit, at random instants',
    `bare loop ${bareLoopNs.toFixed(1).padStart(10)} ns`,
    `decide    ${decideNs.toFixed(1).padStart(10)} ns`,
  ].join('\n');
}

function best(kernel: string): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => runKernel(kernel)));
}

function runKernel(kernel: string): number {
  const file = join(import.meta.dirname, 'kernel.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, kernel], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The kernel ${kernel} failed: ${stderr}`);
  return Number(stdout);
}

if (import.meta.main) {
  const result = decideBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tableOf(result)}\n`);
}
