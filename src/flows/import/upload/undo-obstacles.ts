/** Finds what people built on an applied import, which an undo would destroy. */
import type { ImportKind, UndoObstacle } from '#contract/import/import-report.ts';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Db, Reads } from '#db/core/db.ts';
import {
  countCommonObstacles,
  countCustomerObstacles,
  countPeopleObstacles,
  countStoreObstacles,
  listCreatedIds,
} from '#db/import/obstacles.ts';
import { listAccountsOfStores } from '#db/sign-in/account/deleted-store-accounts.ts';

interface Applied {
  readonly brandId: string;
  readonly id: string;
  readonly kind: ImportKind;
  /** How many rows the import created or changed, and so how many staged rows it needs for its undo. */
  readonly written: number;
  /** Whether the day in which the import could be undone is over. */
  readonly isLate: boolean;
}

export interface FoundObstacle {
  readonly what: UndoObstacle;
  readonly count: number;
}

interface ObstacleDeps {
  readonly db: Reads;
  readonly auth: AuthDb;
}

/** Returns what stands in the way of the undo; an empty list where nothing does. */
export async function findObstacles(
  deps: ObstacleDeps,
  { kind, written, isLate, ...of }: Applied,
): Promise<FoundObstacle[]> {
  if (isLate) return [{ what: 'too_late', count: 1 }];
  const counted = await deps.db.read(of.brandId, async (db) => {
    const [common] = await db.run(countCommonObstacles, of);
    return { rows: 0, newer: 0, ...common, own: await countOwn(db, kind, of) };
  });
  const { rows, newer, own } = counted;
  if (rows === 0 && written > 0) return [{ what: 'too_late', count: 1 }];
  const signIns = kind === 'stores' ? { signIns: await countUsedAccounts(deps, of) } : {};
  return listed({ newer, ...own, ...signIns });
}

/** Counts the new stores in which a device was signed in or whose password somebody chose. */
async function countUsedAccounts({ db, auth }: ObstacleDeps, of: Pick<Applied, 'brandId' | 'id'>): Promise<number> {
  const created = await db.read(of.brandId, (reads) => reads.run(listCreatedIds, of));
  const ids = new Set(created.map(({ id }) => id));
  const accounts = await listAccountsOfStores(auth, of.brandId);
  return new Set(accounts.filter(({ storeId, isUsed }) => isUsed && ids.has(storeId)).map(({ storeId }) => storeId))
    .size;
}

async function countOwn(
  db: Db,
  kind: ImportKind,
  of: Pick<Applied, 'brandId' | 'id'>,
): Promise<Partial<Record<UndoObstacle, number>>> {
  switch (kind) {
    case 'customers':
      return (await db.run(countCustomerObstacles, of))[0] ?? {};
    case 'stores':
      return (await db.run(countStoreObstacles, of))[0] ?? {};
    case 'sellers':
      return (await db.run(countPeopleObstacles, of))[0] ?? {};
    case 'purchases':
      return {};
  }
}

function listed(counts: Partial<Record<UndoObstacle, number>>): FoundObstacle[] {
  return Object.entries(counts).flatMap(([what, count = 0]) =>
    count > 0 ? [{ what: what as UndoObstacle, count }] : [],
  );
}
