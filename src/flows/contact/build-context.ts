/** Builds the context of a decision from the rows that one read returned. */
import type { SuggestionFacts } from '#db/contact/context.ts';
import type { BrandClocks } from '#flows/policy/timelines.ts';
import { RULES } from '#rules/contact/checks.ts';
import type { Channel, Origin } from '#rules/contact/decision.ts';
import type { AttemptTerms, CustomerFacts, DecisionContext, Wish, Zones } from '#rules/contact/decision-context.ts';
import { countsAt } from '#rules/contact/pace.ts';
import { zonesOfCustomer } from '#rules/customers/customer-zone.ts';
import type { Plan } from '#rules/policy/plan.ts';
import { policyAt, type Timeline } from '#rules/policy/timeline.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The row of `readContextFacts` in `db/contact/context.ts`. */
export interface ContextRow {
  readonly brandName: string;
  readonly brandArticle: string;
  readonly plan: Plan;
  readonly brandZone: string;
  readonly brandStoreZones: string[];
  readonly portfolioOnly: boolean;
  readonly revision: number;
  readonly timingRevision: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly phoneKind: string;
  readonly wrongNumberAt: number | null;
  readonly availability: CustomerFacts['availability'];
  readonly permission: CustomerFacts['permission'];
  readonly customerStoreId: string;
  readonly customerSellerId: string | null;
  readonly customerSellerName: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly toldZone: string | null;
  readonly contactFromMinute: number | null;
  readonly optedOutAt: number | null;
  readonly storeId: string;
  readonly storeZone: string | null;
  readonly suggestion: SuggestionFacts | null;
  /** The instants of the seller's hand-overs of the last day, newest first. */
  readonly contactedAt: number[];
  readonly refusedAt: number | null;
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
    },
    conversation: NO_CONVERSATION,
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

/** Returns those of the seller's contacts that the pace limit in force counts (P1); none where there is no limit. */
function pacedAt(contactedAt: readonly Instant[], timeline: Timeline, now: Instant): readonly Instant[] {
  const limit = policyAt(timeline, now)?.policy.pace.seller;
  if (limit === undefined || limit.action === 'off') return [];
  return contactedAt.filter((at) => countsAt(limit, at, now));
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
