/** The demo's clock, which all servers of a database share: one server moves the clock, and all follow. */

import type { Database } from '#db/core/db.ts';
import { moveDemoClock, readDemoClock, wakeClockFollowers } from '#db/demo/demo-clock.ts';
import { listBrandIds } from '#db/people/brand-list.ts';
import { markDaysAfter } from '#db/reports/report-days.ts';
import type { AppClock, Clock } from '#main/core/clock.ts';

export interface DemoClock {
  read(): { now: number; ticking: boolean };
  /** Moves the clock for all servers; with `ticking` false the clock stops at `to`. */
  move(to: number, ticking: boolean): Promise<void>;
  /** Reads the clock's setting from the database: at the start, when notified, and every two seconds. */
  follow(): Promise<void>;
}

/**
 * Creates the demo's clock, which sets `clock`. `onMoved` is called after each later move, by this server or another one;
 * `afterMove` by this server alone, before a move is answered.
 */
export function demoClock(
  database: Database,
  clock: AppClock,
  hostClock: Clock,
  { onMoved, afterMove }: { readonly onMoved: () => void; readonly afterMove: () => Promise<void> },
): DemoClock {
  let ticking = true;
  let seen = -1;
  const follow = async () => {
    const [row] = await database.readOutside((db) => db.run(readDemoClock, {}));
    if (!row || row.moved === seen) return;
    const moved = seen !== -1;
    seen = row.moved;
    ticking = row.frozenAt === null;
    clock.follow({ shiftMs: row.shiftMs, frozenAt: row.frozenAt });
    if (moved) onMoved();
  };
  return {
    read: () => ({ now: clock.now(), ticking }),
    async move(to, ticks) {
      const setting = ticks ? { shiftMs: to - hostClock.now(), frozenAt: null } : { shiftMs: 0, frozenAt: to };
      const before = clock.now();
      await database.outside(async (tx) => {
        tx.send(moveDemoClock, setting);
        tx.send(wakeClockFollowers, {});
      });
      await follow();
      if (to < before) await markLaterDays(database, to);
      await afterMove();
    },
    follow,
  };
}

/** Marks the days after an instant as changed: they are not over any more, and will be counted again when they are. */
async function markLaterDays(database: Database, at: number): Promise<void> {
  const [all] = await database.readOutside((reads) => reads.run(listBrandIds, {}));
  for (const brandId of all?.ids ?? [])
    await database.inBrand(brandId, async (tx) => tx.send(markDaysAfter, { brandId, at }));
}
