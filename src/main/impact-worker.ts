/** One thread of the impact engine: a connection of its own, a question at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Naming, openDatabase } from '#db/db.ts';
import { isPassing } from '#db/unreachable.ts';
import { countSlices, type ImpactQuestion } from '#flows/impact.ts';
import type { Interval } from '#rules/time/interval.ts';

export interface ImpactTask {
  readonly question: ImpactQuestion;
  readonly slices: readonly Interval[];
}

if (parentPort === null) throw new Error('this is a thread, not a program');
const port = parentPort;
const { url, naming } = workerData as { url: string; naming: Naming };
const db = openDatabase({ url, naming, max: 1, onError: () => undefined });

port.on('message', async ({ question, slices }: ImpactTask) => {
  try {
    port.postMessage({ tally: await countSlices(db, question, slices) });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    port.postMessage({ failure, isPassing: isPassing(error) });
  }
});
