/** Builds the context of a decision from the rows that one read returned. */
import type { SuggestionFacts } from '#db/contact/context.ts';
import type { BrandClocks } from '#flows/policy/timelines.ts';
import { type AskedSilence, presentSilences } from '#rules/contact/asked-silence.ts';
import { RULES } from '#rules/contact/checks.ts';
import type { Channel, Origin } from '#rules/contact/decision.ts';
import type { AttemptTerms, CustomerFacts, DecisionContext, Wish, Zones } from '#rules/contact/decision-context.ts';
import type { Listing } from '#rules/contact/do-not-call.ts';
import { type EarlierContacts, relevantContacts } from '#rules/contact/earlier-contacts.ts';
import { APART_MS, countsAt } from '#rules/contact/pace.ts';
import { askedSilences } from '#rules/contact/quiet/asked-now.ts';
import { zonesOfCustomer } from '#rules/customers/customer-zone.ts';
import type { Plan } from '#rules/policy/plan.ts';
import { policyAt, type Timeline } from '#rules/policy/timeline.ts';
import { DAY_MS, dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { startOfDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';

/** The row of `readContextFacts` in `db/contact/context.ts`. */
export interface ContextRow {
  readonly brandName: string;
  readonly brandArticle: string;
  readonly plan: Plan;
  readonly brandZone: string;
  readonly brandStoreZones: string[];
  readonly portfolioOnly: boolean;
  readonly coolDownDays: number;
  readonly unansweredAfter: number;
  readonly revision: number;
  readonly timingRevision: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly phoneKind: string;
  readonly wrongNumberAt: number | null;
  readonly availability: CustomerFacts['availability'];
  readonly permission: CustomerFacts['permission'];
  readonly permissionOn: string | null;
  readonly customerStoreId: string;
  readonly customerSellerId: string | null;
  readonly customerSellerName: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly toldZone: string | null;
  readonly contactFromMinute: number | null;
  readonly optedOutAt: number | null;
  /** The first listing's date, where the number is on the do-not-call list (D2c). */
  readonly doNotCallOn: string | null;
  readonly storeId: string;
  readonly storeZone: string | null;
  readonly suggestion: SuggestionFacts | null;
  /** The instants of the seller's hand-overs of the last day, newest first. */
  readonly contactedAt: number[];
  readonly refusedAt: number | null;
  /** The silences that the customer asked for, also those whose date has passed (D4b). */
  readonly askedSilences: AskedSilence[];
  /** The contacts with the customer's number, newest first; none where neither brand nor campaign has a cool-down (D6). */
  readonly numberContactedAt: number[];
  /** The contacts with the number that had no answer, since the last answer, newest first (D6b). */
  readonly unansweredAt: number[];
  /** The date of the last purchase with the number. */
  readonly purchasedOn: string | null;
}

/**
 * Builds the context of a contact through the handset. `attempt` is null where no permit can follow: where somebody only
 * asks what would be decided (`ask-decision.ts`), and at a release.
 */
export function contextOfRow(
  row: ContextRow,
  clocks: BrandClocks,
  at: { now: Instant; tzVersion: string; clockUnsafe: boolean },
  wish: {
    actor?: Wish['actor'];
    claimed: Origin | null;
    suggestionOpen: boolean;
    channel: Channel;
    attempt: AttemptTerms | null;
  },
): DecisionContext {
  const zones = zonesOf(row);
  return {
    rules: RULES,
    now: at.now,
    tzVersion: at.tzVersion,
    plan: row.plan,
    policyRevision: row.revision,
    timeline: clocks.timeline,
    quiet: clocks.around(at.now, zones),
    zones,
    customer: {
      availability: row.availability,
      reachable: row.phoneKind === 'mobile' && row.wrongNumberAt === null,
      permission: row.permission,
      optedOutAt: row.optedOutAt,
      doNotCall: listingOf(row),
    },
    conversation: NO_CONVERSATION,
    earlierContacts: earlierContactsOf(row, at.now),
    asked: askedSilences(presentSilences(row.askedSilences, at.now), zones, at.now),
    wish: {
      actor: wish.actor ?? 'person',
      claimed: wish.claimed,
      suggestionOpen: wish.suggestionOpen,
      channel: wish.channel,
      message: 'text',
    },
    pacedAt: pacedAt(row.contactedAt, clocks.timeline, at.now),
    clockUnsafe: at.clockUnsafe,
    lastRefusedAt: row.refusedAt,
    acknowledged: [],
    because: null,
    attempt: wish.attempt,
  };
}

/** Returns the number's place on the do-not-call list, with the customer's dated consent (D2c). */
function listingOf({ doNotCallOn, permission, permissionOn }: ContextRow): Listing | null {
  if (doNotCallOn === null) return null;
  return { listedOn: doNotCallOn, consentOn: permission === 'granted' ? permissionOn : null };
}

/** Returns those of the seller's contacts that the pace limit in force counts (P1); none where there is no limit. */
function pacedAt(contactedAt: readonly Instant[], timeline: Timeline, now: Instant): readonly Instant[] {
  const limit = policyAt(timeline, now)?.policy.pace.seller;
  if (limit === undefined || limit.action === 'off') return [];
  return contactedAt.filter((at) => countsAt(limit, at, now));
}

/**
 * Returns the earlier contacts with the number that may count. A purchase ends the contacts up to its day (D6b). A contact
 * after `now` does not count: the question may be about the past, and the demo's clock may have been moved back.
 */
function earlierContactsOf(row: ContextRow, now: Instant): EarlierContacts {
  const { unansweredAfter, purchasedOn, storeZone, brandZone } = row;
  // D6: the longer one holds, the brand's or that of the campaign which suggested this contact.
  const coolDownDays = Math.max(row.coolDownDays, row.suggestion?.coolDownDays ?? 0);
  const zone = [storeZone, brandZone].find((each) => each !== null && zoneFault(each) === null) ?? 'Etc/UTC';
  const boughtUntil =
    purchasedOn === null ? Number.NEGATIVE_INFINITY : startOfDay(zone, (dayOf(purchasedOn) as EpochDay) + 1);
  const isEarlier = (contactAt: Instant) => contactAt <= now + APART_MS;
  const contactedAt = row.numberContactedAt.find(isEarlier) ?? null;
  const unansweredAt = row.unansweredAt.filter((contactAt) => isEarlier(contactAt) && contactAt >= boughtUntil);
  return relevantContacts({ coolDownDays, contactedAt, unansweredAfter, unansweredAt }, now);
}

/** The longest time that a pace limit covers: `perMinutes` is at most a day. */
export const PACED_MS = DAY_MS;

/** The conversation on a handset: the app does not know the messages on the seller's phone. */
const NO_CONVERSATION = { lastInboundAt: null, lastOutboundAt: null };

function zonesOf(row: ContextRow): Zones {
  const { zones, from } = zonesOfCustomer({
    toldZone: row.toldZone,
    city: row.city,
    state: row.state,
    phone: row.phone,
  });
  return {
    store: row.storeZone,
    brand: row.brandZone,
    customer: zones,
    customerFrom: from,
    brandStores: row.brandStoreZones,
  };
}
