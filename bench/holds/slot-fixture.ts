/** Reserves slots of many sellers for one opening by the rules (H7, P3), for measurements and for the held contacts of a morning. */
import { aContext, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { type ReleaseCase, type ReleaseTime, releaseTime, type Slot } from '#rules/holds/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenHours } from '#rules/time/store-hours.ts';

/** Wednesday evening, in quiet hours. The stores open on Thursday at 10:00 and close at 22:00. */
export const EVENING = wall('2026-08-05T22:14', SAO_PAULO);
export const OPENING = wall('2026-08-06T10:00', SAO_PAULO);
export const HOURS: readonly OpenHours[] = Array.from({ length: 7 }, (_, weekday) => ({
  weekday,
  opensMinute: 600,
  closesMinute: 1320,
}));
const EXPIRES = EVENING + 72 * 3_600_000;

export interface Reserved extends ReleaseTime {
  readonly sellerId: string;
}

/** Makes `each` reservations for each seller, as they would be made in one evening. */
export function reserve(sellerIds: readonly string[], each: number): Reserved[] {
  const context = aContext({ now: EVENING });
  const quietBetween = (from: Instant, to: Instant) => quietStretches(context, from, to);
  const store = { id: 'store', name: 'Loja', state: 'SP', zone: SAO_PAULO, hours: HOURS };
  const reserved: Reserved[] = [];
  for (const sellerId of sellerIds) {
    const slots: Slot[] = [];
    const asked: ReleaseCase = { quietBetween, store, notBeforeMinute: null, sellerId, spreadMinutes: 120, slots };
    for (let n = 0; n < each; n++) {
      const time = releaseTime(asked, EVENING, EXPIRES);
      if (time === null) throw new Error('The rules found no minute before the hold expires');
      slots.push({ at: time.at, openingAt: time.openingAt, freed: false });
      reserved.push({ sellerId, ...time });
    }
  }
  return reserved;
}
