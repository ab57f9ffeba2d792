/** One thread of the impact engine: a connection of its own, a question at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#db/db.ts';
import { countSlices, type ImpactQuestion } from '#flows/impact.ts';
import type { Interval } from '#rules/time/interval.ts';

interface ImpactTask {
  readonly question: ImpactQuestion;
  readonly slices: readonly Interval[];
}

if (parentPort === null) throw new Error('this is a thread, not a program');
const port = parentPort;
const db = openDatabase({ url: (workerData as { url: string }).url, max: 1, onError: () => undefined });

port.on('message', async ({ question, slices }: ImpactTask) => {
  try {
    port.postMessage({ result: await countSlices(db, question, slices) });
  } catch (error) {
    port.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
