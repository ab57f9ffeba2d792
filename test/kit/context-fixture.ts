/** Makes an ordinary decision context, so that a test names only the facts that matter to it. */

import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { RULES } from '#rules/contact/checks.ts';
import type { Conversation, CustomerFacts, DecisionContext, Wish, Zones } from '#rules/contact/decision-context.ts';
import type { EarlierContacts } from '#rules/contact/earlier-contacts.ts';
import { askedSilences } from '#rules/contact/quiet/asked-now.ts';
import { quietClocks } from '#rules/contact/quiet/quiet-clocks.ts';
import { DEFAULT_POLICY, type Policy } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';

export const SAO_PAULO = 'America/Sao_Paulo';
export const MANAUS = 'America/Manaus';

export interface Given
  extends Partial<Omit<DecisionContext, 'zones' | 'customer' | 'conversation' | 'earlierContacts' | 'wish'>> {
  /** The policy in force since 2026-01-01; null means none. `timeline` has precedence over it. */
  readonly policy?: Policy | null;
  readonly zones?: Partial<Zones>;
  readonly customer?: Partial<CustomerFacts>;
  readonly conversation?: Partial<Conversation>;
  readonly earlierContacts?: Partial<EarlierContacts>;
  readonly askedSilences?: readonly AskedSilence[];
  readonly wish?: Partial<Wish>;
}

/**
 * Makes a context. The defaults are a Growth brand, quiet from 20:00 to 08:00, a store in São Paulo, Wednesday 5 August 2026
 * at 22:14, a customer whom no check forbids to contact, and a seller who contacts from the profile.
 */
export function aContext(given: Given = {}): DecisionContext {
  const {
    policy = DEFAULT_POLICY,
    zones: someZones,
    customer,
    conversation,
    earlierContacts,
    askedSilences: silences = [],
    wish,
    ...rest
  } = given;
  const timeline = given.timeline ?? timelineOf(policy === null ? [] : [published(1, policy, '2026-01-01T00:00Z')]);
  const now = given.now ?? wall('2026-08-05T22:14', SAO_PAULO);
  const zones: Zones = {
    store: SAO_PAULO,
    brand: SAO_PAULO,
    customer: [],
    customerFrom: null,
    brandStores: [SAO_PAULO, MANAUS],
    ...someZones,
  };
  return {
    rules: RULES,
    now,
    tzVersion: '2026c',
    plan: 'growth',
    policyRevision: timeline.revision,
    timeline,
    quiet: quietClocks(timeline, zones, now),
    zones,
    customer: {
      availability: 'present',
      reachable: true,
      permission: 'granted',
      optedOutAt: null,
      doNotCall: null,
      ...customer,
    },
    conversation: { lastInboundAt: null, lastOutboundAt: null, ...conversation },
    earlierContacts: { coolDownDays: 0, contactedAt: null, unansweredAfter: 0, unansweredAt: [], ...earlierContacts },
    asked: askedSilences(silences, zones, now),
    wish: {
      actor: 'person',
      claimed: null,
      suggestionOpen: false,
      channel: 'handset',
      message: 'text',
      ...wish,
    },
    pacedAt: [],
    clockUnsafe: false,
    lastRefusedAt: null,
    acknowledged: [],
    because: null,
    attempt: { attemptId: 'attempt', customerId: 'customer', textDigest: 'digest' },
    ...rest,
  };
}

/** Returns a policy with quiet hours from `start` to `end` every day, and with `changes` of the default policy. */
export function quietFrom(start: string, end: string, changes: Partial<Policy> = {}): Policy {
  return { ...DEFAULT_POLICY, windows: [{ days: EVERY_DAY, start, end }], ...changes };
}

export function published(revision: number, policy: Policy, effectiveAt: string | Instant) {
  const at = typeof effectiveAt === 'number' ? effectiveAt : instantOf(effectiveAt);
  return { revision, at, kind: 'publish', version: revision, policy, effectiveAt: at } as const;
}

/** Returns the instant at which the clock of `zone` shows a local time such as `2026-08-05T20:00`. */
export function wall(text: string, zone: string): Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}

export function instantOf(text: string): Instant {
  return Temporal.Instant.from(text).epochMilliseconds;
}

const EVERY_DAY = DEFAULT_POLICY.windows.flatMap(({ days }) => days);
