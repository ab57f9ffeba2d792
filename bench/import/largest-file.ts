/** Measures the memory that the largest file takes: in the process that receives the file, and in the process that reads it. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import type { OpenImportBench } from './brand-fixture.ts';
import { customerChunks } from './import-files.ts';

export interface LargestFile {
  readonly rows: number;
  readonly megabytes: number;
  readonly storedSeconds: number;
  readonly readSeconds: number;
  /** How much the memory of this process grew while it received the file. */
  readonly receiverMb: number;
  /** The most memory of the process that read the file. */
  readonly readerMb: number;
}

/** So many customers are a file of 50 MB. */
const ROWS = 540_000;
const BETWEEN_LOOKS_MS = 250;

export async function readLargest({ storeChunks, readStored }: OpenImportBench): Promise<LargestFile> {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of customerChunks(ROWS, 3)) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const began = performance.now();
  const before = process.memoryUsage.rss();
  const receiver = watchMemory(() => process.memoryUsage.rss());
  const id = await storeChunks('customers', counted());
  const receiverMb = Math.max(0, receiver.most() - before);
  const stored = performance.now();
  const reader = watchMemory(memoryOfWorkers);
  await readStored(id);
  return {
    rows: ROWS,
    megabytes: megabytes(bytes),
    storedSeconds: (stored - began) / 1000,
    readSeconds: (performance.now() - stored) / 1000,
    receiverMb: megabytes(receiverMb),
    readerMb: megabytes(reader.most()),
  };
}

/** Looks at `memory` again and again; `most` ends this and returns the largest value. */
function watchMemory(memory: () => number): { most(): number } {
  let most = memory();
  const look = () => {
    most = Math.max(most, memory());
  };
  const timer = setInterval(look, BETWEEN_LOOKS_MS);
  return {
    most() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

/** Returns the bytes of memory of the processes that this process started to read and write imports. */
function memoryOfWorkers(): number {
  const { stdout } = spawnSync('ps', ['-axo', 'ppid=,rss=,command='], { encoding: 'utf8' });
  return stdout.split('\n').reduce((sum, line) => {
    const [, parent, kilobytes, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const isWorker = Number(parent) === process.pid && command.includes('import-worker');
    return isWorker ? sum + Number(kilobytes) * 1024 : sum;
  }, 0);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
