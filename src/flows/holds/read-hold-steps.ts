/** Reads how an attempt waited: the steps of each of its holds, with the names of the people involved (H5). */
import type { Db } from '#db/core/db.ts';
import { findHoldEvents, findHoldsOfAttempt } from '#db/holds/hold-events.ts';
import { listPeople } from '#db/people/people.ts';
import type { HoldEvent } from '#rules/holds/hold-event.ts';
import { type HoldStep, holdSteps } from '#rules/holds/hold-steps.ts';
import { opensWithStore } from './read-holds.ts';

type Row = NonNullable<(typeof findHoldsOfAttempt)['row']>;
type EventRow = NonNullable<(typeof findHoldEvents)['row']>;

/** A hold with its steps, oldest first. `nameOf` returns the name of a person's id; empty where nobody of the brand has that id. */
export interface HoldTold {
  readonly hold: Row;
  readonly steps: readonly HoldStep[];
  readonly opensWithStore: (at: number) => boolean;
  readonly nameOf: (id: string) => string;
}

export async function readHoldSteps(reads: Db, brandId: string, attemptId: string): Promise<readonly HoldTold[]> {
  const reading = reads.run(findHoldEvents, { brandId, attemptId });
  const rows = await reads.run(findHoldsOfAttempt, { brandId, attemptId });
  const events = Map.groupBy(await reading, ({ holdId }) => holdId);
  if (rows.length === 0) return [];
  const names = new Map((await reads.run(listPeople, { brandId })).map(({ id, name }) => [id, name]));
  return rows.map((hold) => ({
    hold,
    steps: holdSteps((events.get(hold.id) ?? []).map(eventOf), hold.sellerId),
    opensWithStore: (at) => opensWithStore(hold, at),
    nameOf: (id) => names.get(id) ?? '',
  }));
}

/** Turns a row into a hold event. The checks of the table `hold_events` keep the fields of each kind. */
export function eventOf({ to, ...row }: Omit<EventRow, 'holdId'>): HoldEvent {
  return { ...row, to, sellerId: to } as unknown as HoldEvent;
}
