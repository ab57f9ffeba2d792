/** A worker process of the impact engine: a connection of its own, a question at a time. */
import { openDatabase } from '#db/db.ts';
import { countSlices, type ImpactQuestion } from '#flows/impact.ts';
import type { Interval } from '#rules/time/interval.ts';
import { serveTasks } from './worker-processes.ts';

interface Task {
  readonly question: ImpactQuestion;
  readonly slices: readonly Interval[];
}

serveTasks(({ url }: { readonly url: string }) => {
  const db = openDatabase({ url, max: 1, onError: () => undefined });
  return ({ question, slices }: Task) => countSlices(db, question, slices);
});
