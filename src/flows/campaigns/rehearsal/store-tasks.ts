/** Shares the stores of a rehearsal out to the processes, and adds up their answers. */
import { addStoreFixes, emptyFixes } from '#rules/campaigns/rehearsal/find-fixes.ts';
import { addRehearsal, emptyRehearsal } from '#rules/campaigns/rehearsal/rehearsal.ts';
import type { StoresAnswer } from './rehearse-stores.ts';

/** The customers of one task: small tasks keep both processes busy, and leave memory for others. */
const TASK_CUSTOMERS = 20_000;

export type StoreSizes = ReadonlyMap<string, number>;
type Stores = readonly { readonly id: string }[];

/** Shares stores out to tasks of about equal size, the largest stores first. */
export function tasksOf(stores: Stores, sizes: StoreSizes): readonly (readonly string[])[] {
  const tasks: { storeIds: string[]; customers: number }[] = [];
  const size = ({ id }: { readonly id: string }) => sizes.get(id) ?? 0;
  for (const store of stores.toSorted((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))) {
    const task = tasks.find(({ customers }) => customers + size(store) <= TASK_CUSTOMERS);
    if (task === undefined) tasks.push({ storeIds: [store.id], customers: size(store) });
    else {
      task.storeIds.push(store.id);
      task.customers += size(store);
    }
  }
  return tasks.map(({ storeIds }) => storeIds);
}

export function addAnswers(answers: readonly StoresAnswer[]) {
  const [rehearsed, fixes] = [emptyRehearsal(), emptyFixes()];
  for (const each of answers) {
    addRehearsal(rehearsed, each.rehearsed);
    addStoreFixes(fixes, each.fixes);
  }
  const sum = (name: 'waiting' | 'moved' | 'daysOff') => answers.reduce((all, each) => all + each[name], 0);
  const unusedIn = new Set(answers.flatMap((each) => each.unusedIn));
  return { rehearsed, fixes, unusedIn, waiting: sum('waiting'), moved: sum('moved'), daysOff: sum('daysOff') };
}
