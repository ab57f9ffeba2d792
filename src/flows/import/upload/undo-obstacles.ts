/** Finds what people built on an applied import, which an undo would destroy. */
import type { ImportKind, UndoObstacle } from '#contract/import/import-report.ts';
import type { Db } from '#db/core/db.ts';
import {
  countCommonObstacles,
  countCustomerObstacles,
  countPeopleObstacles,
  countStoreObstacles,
} from '#db/import/obstacles.ts';

interface Applied {
  readonly brandId: string;
  readonly id: string;
  readonly kind: ImportKind;
  /** How many rows the import created or changed, and so how many staged rows it needs for its undo. */
  readonly written: number;
}

export interface FoundObstacle {
  readonly what: UndoObstacle;
  readonly count: number;
}

/** Returns what stands in the way of the undo; an empty list where nothing does. */
export async function findObstacles(db: Db, { kind, written, ...of }: Applied): Promise<FoundObstacle[]> {
  const [common] = await db.run(countCommonObstacles, of);
  const { rows = 0, newer = 0 } = common ?? {};
  if (rows === 0 && written > 0) return [{ what: 'too_late', count: 1 }];
  const own = await countOwn(db, kind, of);
  return [...listed({ newer }), ...listed(own)];
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
