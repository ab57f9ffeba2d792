/** The worker process of the impact engine: it has one connection and answers one question at a time. */
import type { Naming } from '#db/core/db.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { countSlices, type ImpactQuestion } from '#flows/policy/impact.ts';
import { serveTasks } from '#main/core/worker-processes.ts';
import type { Interval } from '#rules/time/interval.ts';

interface Task {
  readonly question: ImpactQuestion;
  readonly slices: readonly Interval[];
}

serveTasks(({ url, naming }: { readonly url: string; readonly naming: Naming }) => {
  const db = openDatabase({ url, naming, max: 1, onError: () => undefined });
  return ({ question, slices }: Task) => countSlices(db, question, slices);
});
