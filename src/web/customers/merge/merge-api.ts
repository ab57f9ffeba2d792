/** Asks for likely duplicates, merges two customers, and undoes a merge. */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import type { CustomerMerged, DuplicateList } from '#contract/customers/merge.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { readProfile } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';

export interface Pair {
  readonly from: CustomerProfile;
  readonly into: CustomerProfile;
}

export function readDuplicates(customerId: string, signal: AbortSignal): Promise<DuplicateList> {
  return ask(`/customers/${customerId}/duplicates`, signal);
}

export function readOther(customerId: string): Promise<CustomerProfile> {
  return readProfile(customerId, new AbortController().signal);
}

/** Asks what the merge would do. */
export function planMerge({ from, into }: Pair): Promise<Answer<CustomerMerged>> {
  return call(`/customers/${from.id}/merge`, { method: 'POST', body: { into: into.id, dryRun: true } });
}

/** After the answer, everything that shows customers is read again. */
export async function merge({ from, into }: Pair): Promise<Answer<CustomerMerged>> {
  return reread(await call(`/customers/${from.id}/merge`, { method: 'POST', body: { into: into.id } }));
}

export async function unmerge(customerId: string): Promise<Answer<unknown>> {
  return reread(await call(`/customers/${customerId}/unmerge`, { method: 'POST' }));
}

function reread<T>(answer: Answer<T>): Answer<T> {
  if (answer.kind === 'done') void reads.invalidate(keys.customers);
  return answer;
}
