/** Converts what a support person typed into a policy to send, and back: a whole policy, or the faults by field. */

import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { POLICY_LIMITS } from '#rules/policy/policy-limits.ts';
import type { Instant } from '#rules/time/interval.ts';
import { typedInstant } from '#web/shell/time/typed-instant.ts';
import { readClock } from '#web/ui/forms/clock-text.ts';
import { hoursOf, simpleTimes, WEEK } from '#web/ui/ring/ring-hours.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import type { DateDraft, HoursDraft, RuleDraft, TimesDraft } from './hours-draft.ts';

export type FaultCode =
  | 'unclear'
  | 'same'
  | 'no_days'
  | 'no_date'
  | 'date_twice'
  | 'no_number'
  | 'missing'
  | 'skipped'
  | 'past';

/** Faults by field: `windows[0].start`, `exceptions[1].windows[0].end`, `pace.seller.max`, `effective`, `reason`. */
export type DraftFaults = Readonly<Record<string, { readonly code: FaultCode } | { readonly said: string }>>;

export interface ParsedDraft {
  /** Null while a field of the policy has a fault. */
  readonly policy: Policy | null;
  /** The start as the call takes it; null while the field has a fault. */
  readonly effective: string | null;
  readonly effectiveAt: Instant | null;
  /** Faults of the policy itself. */
  readonly faults: DraftFaults;
  /** Faults of the other fields of a publication: the start and the reason. */
  readonly publishFaults: DraftFaults;
}

/** Reads a policy from an answer; null where there is none. The server has parsed it already. */
export function policyOf(policy: unknown): Policy | null {
  return hoursOf(policy) as Policy | null;
}

/** Returns the fields of a policy. Without a policy they contain the usual night, or the two times that a ticket asked for. */
export function draftOf(base: Policy | null, asked: TimesDraft | null): HoursDraft {
  const times = asked ?? (base === null ? USUAL : null);
  const { seller, releaseSpreadMinutes, senderPerMinute } = base?.pace ?? DEFAULT_POLICY.pace;
  return {
    byDay: times === null && base !== null && simpleTimes(base) === null,
    windows: times === null && base !== null ? base.windows : [{ days: WEEK, ...(times ?? USUAL) }],
    exceptions: (base?.exceptions ?? []).map(({ date, label, windows }) => ({ date, label, windows })),
    clocks: base?.clocks ?? DEFAULT_POLICY.clocks,
    actions: base?.actions ?? DEFAULT_POLICY.actions,
    paceAction: seller.action,
    paceMax: String(seller.max),
    paceMinutes: String(seller.perMinutes),
    spreadMinutes: String(releaseSpreadMinutes),
    senderPerMinute: String(senderPerMinute),
    effective: 'next-quiet-start',
    date: '',
    time: '08:00',
    reason: '',
    confirmed: [],
    answer: null,
  };
}

/**
 * Returns the two times that replace rules by weekday: those of the most days, and not those of the first rule, which
 * may be a short one.
 */
export function usualTimes(rules: readonly RuleDraft[]): TimesDraft {
  const [first = USUAL] = rules.toSorted((a, b) => b.days.length - a.days.length);
  return { start: first.start, end: first.end };
}

/** The default times, which most brands choose. */
export const USUAL: TimesDraft = usualTimes(DEFAULT_POLICY.windows);

export function readDraft(draft: HoursDraft, zone: string, now: Instant): ParsedDraft {
  const { policy, faults } = readPolicy(draft);
  const when = readEffective(draft, zone, now);
  return {
    policy,
    effective: when.effective,
    effectiveAt: when.effectiveAt,
    faults,
    publishFaults: {
      ...(when.fault === null ? {} : { effective: { code: when.fault } }),
      ...(draft.reason.trim() === '' ? { reason: { code: 'missing' } } : {}),
    },
  };
}

/** Whether publishing `policy` would change nothing in `published`. False where either is missing. */
export function isSamePolicy(policy: Policy | null, published: Policy | null): boolean {
  if (policy === null || published === null) return false;
  return JSON.stringify(policy) === JSON.stringify(readPolicy(draftOf(published, null)).policy);
}

function readPolicy(draft: HoursDraft): Pick<ParsedDraft, 'policy' | 'faults'> {
  const faults: Record<string, { readonly code: FaultCode }> = {};
  const fault = (path: string, code: FaultCode) => {
    faults[path] = { code };
  };
  const windows = draft.windows.map((rule, i) => readRule(rule, `windows[${i}]`, fault));
  const exceptions = draft.exceptions.map((date, i) => readDate(date, i, draft.exceptions, fault));
  const readWhole = (path: string, typed: string, [least, most]: readonly [number, number]) => {
    const value = /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(value >= least && value <= most)) fault(path, 'no_number');
    return value;
  };
  const pace: Policy['pace'] = {
    seller: {
      max: readWhole('pace.seller.max', draft.paceMax, POLICY_LIMITS.sellerMax),
      perMinutes: readWhole('pace.seller.perMinutes', draft.paceMinutes, POLICY_LIMITS.sellerMinutes),
      action: draft.paceAction,
    },
    releaseSpreadMinutes: readWhole(
      'pace.releaseSpreadMinutes',
      draft.spreadMinutes,
      POLICY_LIMITS.releaseSpreadMinutes,
    ),
    senderPerMinute: readWhole('pace.senderPerMinute', draft.senderPerMinute, POLICY_LIMITS.senderPerMinute),
  };
  const isComplete = Object.keys(faults).length === 0;
  return {
    policy: isComplete ? { windows, exceptions, clocks: draft.clocks, actions: draft.actions, pace } : null,
    faults,
  };
}

/** Maps the server's faults to the fields of this screen. */
export function faultsOf(
  said: readonly { readonly path: string; readonly message?: string | undefined }[],
): DraftFaults {
  return Object.fromEntries(said.map(({ path, message }) => [path.replace(/^policy\.?/, ''), { said: message ?? '' }]));
}

type Fault = (path: string, code: FaultCode) => void;

function readRule({ days, ...times }: RuleDraft, path: string, fault: Fault): Policy['windows'][number] {
  if (days.length === 0) fault(`${path}.days`, 'no_days');
  return { days: WEEK.filter((day) => days.includes(day)), ...readTimes(times, path, fault) };
}

function readDate(
  { date, label, windows }: DateDraft,
  index: number,
  all: readonly DateDraft[],
  fault: Fault,
): Policy['exceptions'][number] {
  const path = `exceptions[${index}]`;
  if (date === '') fault(`${path}.date`, 'no_date');
  else if (all.findIndex((other) => other.date === date) < index) fault(`${path}.date`, 'date_twice');
  return {
    date,
    windows: windows.map((times, i) => readTimes(times, `${path}.windows[${i}]`, fault)),
    label: label.trim(),
  };
}

function readTimes({ start: from, end: to }: TimesDraft, path: string, fault: Fault): TimesDraft {
  const start = readClock(from);
  const end = readClock(to, true);
  if (start === null) fault(`${path}.start`, 'unclear');
  if (end === null) fault(`${path}.end`, 'unclear');
  if (start !== null && start === end) fault(`${path}.end`, 'same');
  return { start: start ?? '', end: end ?? '' };
}

interface When {
  readonly effective: string | null;
  readonly effectiveAt: Instant | null;
  readonly fault: 'missing' | 'skipped' | 'past' | null;
}

function readEffective(draft: Pick<HoursDraft, 'effective' | 'date' | 'time'>, zone: string, now: Instant): When {
  if (draft.effective !== 'date') return { effective: draft.effective, effectiveAt: null, fault: null };
  return readMoment(draft, zone, now);
}

/** Reads a day and a time in the future, on the clock of `zone`. */
export function readMoment(typed: { readonly date: string; readonly time: string }, zone: string, now: Instant): When {
  const time = readClock(typed.time);
  if (typed.date === '' || time === null) return { effective: null, effectiveAt: null, fault: 'missing' };
  const at = typedInstant(typed.date, time, zone);
  if (at === null) return { effective: null, effectiveAt: null, fault: 'skipped' };
  if (at < now) return { effective: null, effectiveAt: null, fault: 'past' };
  return { effective: new Date(at).toISOString(), effectiveAt: at, fault: null };
}
