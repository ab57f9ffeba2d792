/** Reads waiting, ready and ended holds for their seller or the store's manager (H5). */
import type { Reads } from '#db/core/db.ts';
import { findNewestHold, holdsPage } from '#db/holds/hold-list.ts';
import { type PageAsked, pageOf } from '#flows/core/list-page.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { canReturn } from '#rules/holds/hold.ts';
import { scopeOf } from '#rules/people/access.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { openIntervals } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';

export interface HoldSearch {
  readonly state: 'waiting' | 'ready' | 'ended';
  /** True for the holds of all people that the person leads. */
  readonly whole: boolean;
  readonly sellerId: string | null;
  readonly newsOnly: boolean;
}

/** How long the end of a hold stays in the list. */
const ENDED_MS = 7 * DAY_MS;

/** Reads the person's own holds, or those that `read_led_holds` reaches. Throws where the person leads nobody. */
export async function readHolds(
  db: Reads,
  person: PersonActor,
  { state, whole, sellerId, newsOnly }: HoldSearch,
  { after, limit }: PageAsked,
  now: Instant,
) {
  const { brandId } = person;
  const scope = scopeOf(whole ? 'read_led_holds' : 'read_own_holds', person);
  const ofSeller = scope.personId ?? sellerId;
  const ofStore = scope.storeId;
  const ended = state === 'ended';
  const shape = { ended, seller: ofSeller !== null, store: ofStore !== null, newsOnly };
  const rows = await db.read(brandId, (reads) =>
    reads.run(holdsPage(shape), {
      ...{ brandId, state, sellerId: ofSeller, storeId: ofStore },
      endedSince: now - ENDED_MS,
      cursorAt: after?.at ?? null,
      cursorId: after?.id ?? null,
      limit: limit + 1,
    }),
  );
  return pageOf(rows.map(holdOfRow), limit, (row) => (state === 'ended' ? (row.endedAt ?? 0) : row.dueAt));
}

/** Reads the newest hold of an attempt, live or ended; null where the attempt was never held. The caller checks who may see the hold. */
export async function readHold(db: Reads, brandId: string, attemptId: string) {
  const [row] = await db.read(brandId, (reads) => reads.run(findNewestHold, { brandId, attemptId }));
  return row ? holdOfRow(row) : null;
}

type Row = NonNullable<(typeof findNewestHold)['row']>;

function holdOfRow(row: Row) {
  return {
    ...row,
    customerFirstName: firstName(row.customerName),
    mayReturn: row.endReason !== null && canReturn(row.endReason, row.contactedSince),
    opensWithStore: row.openingAt !== null && opensWithStore(row, row.openingAt),
  };
}

/** Tells whether the store opened at that instant, after quiet hours had ended already (H7). */
export function opensWithStore(
  {
    storeId,
    storeName,
    storeState,
    storeZone,
    storeHours,
    storeDates,
  }: Pick<Row, 'storeId' | 'storeName' | 'storeState' | 'storeZone' | 'storeHours' | 'storeDates'>,
  at: Instant,
): boolean {
  if (zoneFault(storeZone) !== null) return false;
  const store = {
    id: storeId,
    name: storeName,
    state: storeState,
    zone: storeZone,
    hours: storeHours,
    dates: storeDates,
  };
  return openIntervals(store, at - 1, at + 1)[0]?.start === at;
}
