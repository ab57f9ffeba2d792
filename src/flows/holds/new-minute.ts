/** Finds whether a held contact keeps its minute under given hours, and else its new minute (H6). */
import type { findStaleHolds, lockTimingRevisionShared } from '#db/holds/due-holds.ts';
import type { BrandClocks } from '#flows/policy/timelines.ts';
import { presentSilences } from '#rules/contact/asked-silence.ts';
import { askedSilences } from '#rules/contact/quiet/asked-now.ts';
import { type ContactSilence, isSilent } from '#rules/contact/quiet/contact-silence.ts';
import { zonesOfCustomer } from '#rules/customers/customer-zone.ts';
import { type ReleaseCase, releaseTime } from '#rules/holds/release-time.ts';
import { workingTimes } from '#rules/holds/working-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';

/** The facts of a hold on which its minute depends. */
export type TimedHold = Omit<NonNullable<(typeof findStaleHolds)['row']>, 'fence' | 'state'>;
/** The facts of a customer on which silence depends. */
export type SilenceFacts = Pick<TimedHold, 'phone' | 'city' | 'customerState' | 'toldZone' | 'askedSilences'>;
/** The facts of a brand on which all minutes depend. */
export type TimingHead = Pick<NonNullable<(typeof lockTimingRevisionShared)['row']>, 'plan' | 'zone' | 'storeZones'>;

/** Returns a new minute; null where the hold keeps its minute, is due already, or no minute is free. */
export function findNewMinute(
  hold: TimedHold,
  asked: ReleaseCase,
  context: ContactSilence & { readonly now: Instant },
) {
  if (hold.dueAt <= context.now || keepsItsMinute(hold, asked, context)) return null;
  return releaseTime(asked, hold.dueAt);
}

/** Tells whether the hold can keep its minute. A minute that the seller chose is moved only where it falls into silence. */
function keepsItsMinute({ dueAt, openingAt }: TimedHold, asked: ReleaseCase, context: ContactSilence): boolean {
  return openingAt === null ? !isSilent(context, dueAt) : workingTimes(asked, dueAt, dueAt + 1).length > 0;
}

/** Builds what says when a held contact has to wait. */
export function silenceContext(
  { phone, city, customerState, toldZone, askedSilences: asked }: SilenceFacts,
  store: Pick<OpenStore, 'zone'>,
  { plan, zone: brand, storeZones: brandStores }: TimingHead,
  clocks: BrandClocks,
  now: Instant,
): ContactSilence & { readonly now: Instant } {
  const { zones: customer, from: customerFrom } = zonesOfCustomer({ phone, city, state: customerState, toldZone });
  const zones = { store: store.zone, brand, customer, customerFrom, brandStores };
  const { timeline } = clocks;
  const present = presentSilences(asked, now);
  return { now, plan, timeline, quiet: clocks.around(now, zones), zones, asked: askedSilences(present, zones, now) };
}
