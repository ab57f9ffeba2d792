/** Defines and parses a policy: when it is quiet for a brand, and what is limited (S1). */

import { WEEKDAYS } from '#rules/time/calendar.ts';
import type { Schedule } from '#rules/time/schedule.ts';
import { choiceOf, fieldsOf, type Part, type PolicyFault, wholeOf } from './policy-fault.ts';
import { POLICY_LIMITS } from './policy-limits.ts';
import { readExceptions, readWindows } from './policy-schedule.ts';

export type { PolicyFault, PolicyFaultCode } from './policy-fault.ts';

/** The clocks that count (C1, C2, C3). */
export const CLOCKS = ['store', 'store-and-customer', 'brand'] as const;
export type Clocks = (typeof CLOCKS)[number];

/** What quiet hours do to each origin (D3). A suggestion is always blocked, and a service message always allowed. */
export const PROFILE_ACTIONS = ['warn', 'warn-with-reason'] as const;
export const REPLY_ACTIONS = ['allow', 'warn'] as const;
export const AUTOMATION_ACTIONS = ['block', 'hold'] as const;
export interface Actions {
  readonly profile: (typeof PROFILE_ACTIONS)[number];
  readonly reply: (typeof REPLY_ACTIONS)[number];
  readonly automation: (typeof AUTOMATION_ACTIONS)[number];
}

/** The limits of contacts (P1–P3): at most `max` new contacts in any `perMinutes`. */
export const PACE_ACTIONS = ['warn', 'block', 'off'] as const;
export interface SellerPace {
  readonly max: number;
  readonly perMinutes: number;
  readonly action: (typeof PACE_ACTIONS)[number];
}
export interface Pace {
  readonly seller: SellerPace;
  readonly releaseSpreadMinutes: number;
  readonly senderPerMinute: number;
}

export interface Policy extends Schedule {
  readonly clocks: Clocks;
  readonly actions: Actions;
  readonly pace: Pace;
}

/** Quiet from 20:00 to 08:00, every day, on the store's clock. */
export const DEFAULT_POLICY: Policy = {
  windows: [{ days: WEEKDAYS, start: '20:00', end: '08:00' }],
  exceptions: [],
  clocks: 'store',
  actions: { profile: 'warn', reply: 'allow', automation: 'block' },
  pace: { seller: { max: 10, perMinutes: 10, action: 'warn' }, releaseSpreadMinutes: 120, senderPerMinute: 600 },
};

/**
 * Parses a submitted policy into its normal form, or returns every fault in it with its path. Absent fields take their
 * defaults, unknown fields are faults. The normal form orders windows by their times, gives each pair of times one
 * window with all its days from Monday on, and orders exceptions by date. So policies with the same meaning are equal
 * byte by byte as JSON.
 */
export function parsePolicy(
  input: unknown,
): { ok: true; policy: Policy } | { ok: false; faults: readonly PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const policy = readPolicy({ value: input, path: '', faults });
  return faults.length === 0 ? { ok: true, policy } : { ok: false, faults };
}

function readPolicy(part: Part): Policy {
  const fields = fieldsOf(part, ['windows', 'exceptions', 'clocks', 'actions', 'pace']);
  if (fields === null) return DEFAULT_POLICY;
  return {
    windows: fields.windows === null ? DEFAULT_POLICY.windows : readWindows(fields.windows),
    exceptions: fields.exceptions === null ? DEFAULT_POLICY.exceptions : readExceptions(fields.exceptions),
    clocks: choiceOf(fields.clocks, CLOCKS, DEFAULT_POLICY.clocks),
    actions: readActions(fields.actions),
    pace: readPace(fields.pace),
  };
}

function readActions(part: Part | null): Actions {
  const usual = DEFAULT_POLICY.actions;
  const fields = part && fieldsOf(part, ['profile', 'reply', 'automation']);
  if (fields === null) return usual;
  return {
    profile: choiceOf(fields.profile, PROFILE_ACTIONS, usual.profile),
    reply: choiceOf(fields.reply, REPLY_ACTIONS, usual.reply),
    automation: choiceOf(fields.automation, AUTOMATION_ACTIONS, usual.automation),
  };
}

function readPace(part: Part | null): Pace {
  const usual = DEFAULT_POLICY.pace;
  const fields = part && fieldsOf(part, ['seller', 'releaseSpreadMinutes', 'senderPerMinute']);
  if (fields === null) return usual;
  return {
    seller: readSellerPace(fields.seller),
    releaseSpreadMinutes: wholeOf(
      fields.releaseSpreadMinutes,
      POLICY_LIMITS.releaseSpreadMinutes,
      usual.releaseSpreadMinutes,
    ),
    senderPerMinute: wholeOf(fields.senderPerMinute, POLICY_LIMITS.senderPerMinute, usual.senderPerMinute),
  };
}

function readSellerPace(part: Part | null): SellerPace {
  const usual = DEFAULT_POLICY.pace.seller;
  const fields = part && fieldsOf(part, ['max', 'perMinutes', 'action']);
  if (fields === null) return usual;
  return {
    max: wholeOf(fields.max, POLICY_LIMITS.sellerMax, usual.max),
    perMinutes: wholeOf(fields.perMinutes, POLICY_LIMITS.sellerMinutes, usual.perMinutes),
    action: choiceOf(fields.action, PACE_ACTIONS, usual.action),
  };
}
