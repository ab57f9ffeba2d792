/** Reads the counts of the do-not-call list, and changes the list by a file (D2c). */
import type { ListChangeKind, ListCounts, NumberList } from '#contract/import/do-not-call.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { IMPORTS } from '#web/shell/brand/brand-reads.ts';

export type Counts = Shape<typeof ListCounts>;
export type List = Shape<typeof NumberList>;

const LIST = `${IMPORTS}/do-not-call`;
/** A large file on a slow line, and the reading of it. */
const LONG_MS = 5 * 60_000;

export function useNumberList() {
  return useRead<List>(LIST, (signal) => ask('/do-not-call', signal));
}

export interface ListWish {
  readonly kind: ListChangeKind;
  /** The date of the list; not used where numbers are removed. */
  readonly listedOn: string;
  readonly file: File;
}

/** `dryRun`: only counts what the change would do. */
export async function changeList({ kind, listedOn, file }: ListWish, dryRun: boolean): Promise<Answer<Counts>> {
  const form = new FormData();
  // The file comes last: the server reads the other fields first.
  form.set('kind', kind);
  if (kind !== 'remove') form.set('listedOn', listedOn);
  if (dryRun) form.set('dryRun', 'true');
  form.set('file', file);
  const answer = await call('/do-not-call', { method: 'POST', form, patienceMs: LONG_MS });
  // Profiles say whether a number is listed, and their key is above that of imports.
  if (answer.kind === 'done' && !dryRun) await reads.invalidate(LIST);
  return answer;
}
