/** Tells a customer's seller once that a colleague wrote a silence down or ended it (D4b). */
import { listUnreadSilences, markSilenceRead } from '#db/contact/asked-silences.ts';
import type { Database, Db } from '#db/core/db.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { firstName } from '#rules/contact/message-text.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';
import { silenceOfRow } from './silence-of-row.ts';

/** `by`: the colleague's first name. `todayOn`: the date in the zone of the customer's store. */
export interface SilenceNews {
  readonly id: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly firstName: string;
  readonly silence: AskedSilence;
  readonly isEnded: boolean;
  readonly by: string;
  readonly todayOn: string;
}

/** Reads the seller's unread news, the oldest first, without silences whose last date is over. */
export async function readSilenceNews(
  reads: Db,
  { brandId, personId }: PersonActor,
  now: Instant,
): Promise<readonly SilenceNews[]> {
  const rows = await reads.run(listUnreadSilences, { brandId, sellerId: personId });
  return rows.flatMap(({ id, customerId, customerName: name, byName, isEnded, storeZone, ...row }) => {
    const todayOn = dateText(localDay(storeZone, now));
    if (!isEnded && row.untilOn !== null && row.untilOn < todayOn) return [];
    const names = { customer: { id: customerId, name }, firstName: firstName(name), by: firstName(byName) };
    return [{ id, ...names, silence: silenceOfRow(row), isEnded, todayOn }];
  });
}

/** Returns false where the person has no unread news of this silence. */
export function markSilenceSeen(
  { db }: { readonly db: Database },
  { brandId, personId }: PersonActor,
  { customerId, silenceId }: { readonly customerId: string; readonly silenceId: string },
): Promise<boolean> {
  return db.inBrand(brandId, async (tx) => {
    const marked = await tx.run(markSilenceRead, { brandId, id: silenceId, customerId, sellerId: personId });
    return marked.length > 0;
  });
}
