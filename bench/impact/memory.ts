/** Reads the memory of this process and of the worker processes of the impact engine (workers on Linux only). */
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

export interface Memory {
  /** The resident memory of this process. */
  readonly ownMb: number;
  /** The sum of the peak resident memory of all workers that exist now; null if there is no `/proc`. */
  readonly workersMb: number | null;
}

const WORKER = 'impact-worker.ts';

export function readMemory(): Memory {
  return { ownMb: process.memoryUsage().rss / 1e6, workersMb: workersMb() };
}

function workersMb(): number | null {
  try {
    const pids = readdirSync(`/proc/${process.pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
    const workers = pids.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(WORKER));
    return workers.reduce((sum, pid) => sum + peakMb(pid), 0);
  } catch {
    return null;
  }
}

function peakMb(pid: string): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}
