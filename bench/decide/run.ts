/** What one decision costs on a whole context, beside a loop that only walks the same ones: `node bench/decide/run.ts [--json]`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

export interface DecideBench {
  readonly bareLoopNs: number;
  readonly decideNs: number;
}

const ROUNDS = 3;

/** A process per kernel and round; of the rounds the quickest, since whatever else the machine does only slows. */
export function decideBench(): DecideBench {
  return { bareLoopNs: best('bare loop'), decideNs: best('decide') };
}

/** The same as lines that a person reads. */
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
  if (status !== 0) throw new Error(`the kernel ${kernel} failed: ${stderr}`);
  return Number(stdout);
}

if (import.meta.main) {
  const result = decideBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tableOf(result)}\n`);
}
