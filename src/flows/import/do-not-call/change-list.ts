/**
 * Changes the brand's do-not-call list by a file: adds its numbers, replaces the list, or removes its numbers (D2c). The
 * work is done in a process beside the server, because a list may have hundreds of thousands of numbers.
 */
import type { FileFinding } from '#contract/import/import-report.ts';
import type { Database, Db, Tx } from '#db/core/db.ts';
import {
  countListings,
  countListingsAmong,
  endListings,
  endOtherListings,
  HASH_BYTES,
  insertNumberListChange,
  listNumbers,
  lockNumberList,
  type NumberListChange,
} from '#db/customers/do-not-call.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { lockHoldsOfListings } from '#db/holds/lock-ending-holds.ts';
import { endsOf } from '#flows/core/end-holds.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { Instant } from '#rules/time/interval.ts';
import { readNumbers } from './read-numbers.ts';

export interface ListTask {
  readonly brandId: string;
  readonly personId: string;
  readonly kind: NumberListChange['kind'];
  /** The date of the list, `YYYY-MM-DD`; null with `remove`. */
  readonly listedOn: string | null;
  readonly fileName: string;
  readonly file: Uint8Array;
  /** Whether only the counts are wanted. */
  readonly dryRun: boolean;
}

/** What a change does, or would do. `unreadLines`: the first lines without a number that can be read. */
export type ListCounts = Pick<NumberListChange, 'fileNumbers' | 'unreadRows' | 'added' | 'removed' | 'listed'> & {
  readonly unreadLines: readonly number[];
};

export interface ListDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly numberKey: Uint8Array;
}

/** Returns the counts, or a finding where the file cannot be read or contains no number. */
export async function changeNumberList(deps: ListDeps, task: ListTask): Promise<ListCounts | FileFinding> {
  const { brandId, kind, dryRun } = task;
  const read = readNumbers(task.file);
  if ('code' in read) return read;
  const { numbers, unreadLines } = read;
  const hashes = Buffer.concat(numbers.map((number) => numberHash(deps.numberKey, number)));
  const countIn = async (db: Db): Promise<ListCounts> => ({
    ...(await countChange(db, brandId, kind, hashes)),
    ...{ unreadRows: unreadLines.length, unreadLines: unreadLines.slice(0, LINES_SHOWN) },
  });
  if (dryRun) return deps.db.read(brandId, countIn);
  return deps.db.inBrand(brandId, async (tx) => {
    await tx.run(lockNumberList, { brandId });
    const counts = await countIn(tx);
    await writeChange(deps, tx, task, hashes, counts);
    return counts;
  });
}

const LINES_SHOWN = 10;
/** The numbers of one statement, so that each takes less than a second. */
const NUMBERS_AT_ONCE = 20_000;

async function countChange(db: Db, brandId: string, kind: ListTask['kind'], hashes: Buffer) {
  const [before] = await db.run(countListings, { brandId });
  const all = Number(before?.numbers ?? 0);
  const fileNumbers = hashes.length / HASH_BYTES;
  let known = 0;
  for (const part of partsOf(hashes)) {
    const [found] = await db.run(countListingsAmong, { brandId, hashes: part });
    known += Number(found?.numbers ?? 0);
  }
  const added = kind === 'remove' ? 0 : fileNumbers - known;
  const removed = kind === 'add' ? 0 : kind === 'replace' ? all - known : known;
  return { fileNumbers, added, removed, listed: all + added - removed };
}

async function writeChange(
  { now, newId }: ListDeps,
  tx: Tx,
  { brandId, personId, kind, listedOn, fileName }: ListTask,
  hashes: Buffer,
  { unreadLines: _, ...counts }: ListCounts,
): Promise<void> {
  const at = now();
  for (const part of partsOf(hashes)) {
    if (listedOn === null) await tx.run(endListings, { brandId, hashes: part, at });
    else await tx.run(listNumbers, { brandId, hashes: part, listedOn });
  }
  if (kind === 'replace') await tx.run(endOtherListings, { brandId, hashes, at });
  tx.send(insertNumberListChange, { ...counts, brandId, id: newId(), at, personId, kind, listedOn, fileName });
  if (kind === 'remove') return;
  // H6: what a listed number can no longer get ends at once, and its seller is told.
  const holds = await tx.run(lockHoldsOfListings, { brandId });
  applyHoldChanges(tx, brandId, endsOf(holds, { reason: 'unavailable', by: null, at }));
  const event = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } } as const;
  if (holds.length > 0) await publishLiveEvent(tx, brandId, at, event);
}

function* partsOf(hashes: Buffer): Generator<Buffer> {
  const bytes = NUMBERS_AT_ONCE * HASH_BYTES;
  for (let at = 0; at < hashes.length; at += bytes) yield hashes.subarray(at, at + bytes);
}
