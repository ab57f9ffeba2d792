/** The worker process of the rehearsal engine: it has two connections and rehearses the stores of one task at a time. */
import type { Naming } from '#db/core/db.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { rehearseStores, type StoresQuestion } from '#flows/campaigns/rehearsal/rehearse-stores.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { serveTasks } from '#main/core/worker-processes.ts';

serveTasks(({ url, naming }: { readonly url: string; readonly naming: Naming }) => {
  const db = openDatabase({ url, naming, max: 2, onError: () => undefined });
  const timelines = new Timelines();
  return (question: StoresQuestion) => rehearseStores({ db, timelines }, question);
});
