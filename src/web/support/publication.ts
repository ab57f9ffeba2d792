/** From what an agent typed to what is sent: two times over the policy there is, or what is still unclear about them. */
import type { Instant } from '#rules/time/interval.ts';
import { WEEK } from '#web/ring/hours.ts';
import { readClock } from '#web/ui/clock-text.ts';
import type { Hours } from '#words/sentence.ts';
import type { HoursDraft } from './hours-draft.ts';
import { typedInstant } from './typed-instant.ts';

/** What is unclear, by its place on the screen. */
export interface DraftFaults {
  readonly start?: 'unclear';
  readonly end?: 'unclear';
  readonly times?: 'same';
  readonly effective?: 'missing' | 'skipped' | 'past';
  readonly reason?: 'missing';
}

export interface ReadDraft {
  /** The hours as they would be; null while a time is unclear or both are the same (T3). */
  readonly hours: Hours | null;
  /** As the call takes it; null while it is unclear. */
  readonly effective: string | null;
  readonly effectiveAt: Instant | null;
  readonly faults: DraftFaults;
}

/** `base` is the newest published policy: what two times do not say (clocks, actions, pace) stays as it is there. */
export function readDraft(draft: HoursDraft, base: Hours | null, zone: string, now: Instant): ReadDraft {
  const start = readClock(draft.start);
  const end = readClock(draft.end, true);
  const same = start !== null && start === end;
  const when = readEffective(draft, zone, now);
  return {
    hours: start === null || end === null || same ? null : withTimes(base, { start, end }, draft.keepDates),
    effective: when.effective,
    effectiveAt: when.effectiveAt,
    faults: {
      ...(start === null ? { start: 'unclear' } : {}),
      ...(end === null ? { end: 'unclear' } : {}),
      ...(same ? { times: 'same' } : {}),
      ...(when.fault === null ? {} : { effective: when.fault }),
      ...(draft.reason.trim() === '' ? { reason: 'missing' } : {}),
    },
  };
}

/** Where a refusal of the server belongs, by the path of its fault. */
export function placeOfFault(path: string): keyof DraftFaults | null {
  if (/^policy\.windows\[0\]\.start$/.test(path)) return 'start';
  if (/^policy\.windows\[0\]\.end$/.test(path)) return 'end';
  if (path.startsWith('policy')) return 'times';
  return path === 'reason' || path === 'effective' ? path : null;
}

function withTimes(base: Hours | null, times: { start: string; end: string }, keepDates: boolean): Hours {
  const kept: Partial<Hours> = base ?? {};
  return {
    clocks: 'store',
    ...kept,
    windows: [{ days: [...WEEK], ...times }],
    exceptions: keepDates ? (kept.exceptions ?? []) : [],
  };
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

/** A day and a time still to come, on the clock of `zone`. */
export function readMoment(typed: { readonly date: string; readonly time: string }, zone: string, now: Instant): When {
  const time = readClock(typed.time);
  if (typed.date === '' || time === null) return { effective: null, effectiveAt: null, fault: 'missing' };
  const at = typedInstant(typed.date, time, zone);
  if (at === null) return { effective: null, effectiveAt: null, fault: 'skipped' };
  if (at < now) return { effective: null, effectiveAt: null, fault: 'past' };
  return { effective: new Date(at).toISOString(), effectiveAt: at, fault: null };
}
