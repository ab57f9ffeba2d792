/**
 * Decides whether the host's wall clock is safe: after a jump, decisions without a person stop until the clocks agree
 * again (D8).
 */

/**
 * The readings of three clocks at one moment, in milliseconds. `database` is null if the database was not asked or
 * answered too late.
 */
export interface ClockSample {
  readonly wall: number;
  readonly monotonic: number;
  readonly database: number | null;
}

/** Why the clock is unsafe. `not_compared`: the process has just started, and the database has not answered yet. */
export type ClockTrouble = 'not_compared' | 'against_monotonic' | 'against_database';

/** The known state of the host's clock after some samples. Each sample makes a new value. */
export interface ClockWatch {
  /** Why the clock is unsafe; null: it is safe. */
  readonly trouble: ClockTrouble | null;
  /** The trusted difference of wall and monotonic clock; null before the first sample. */
  readonly offset: number | null;
  readonly sampledAt: number | null;
  /** How far the wall clock was ahead of the database's clock at the last answer. */
  readonly ahead: number | null;
  /** The difference that an operator has accepted. */
  readonly accepted: number;
  /**
   * While the clock is unsafe: the monotonic instant since which all clocks agree, and the offset on which they agree.
   */
  readonly agreement: { readonly since: number; readonly offset: number } | null;
}

export const NEW_WATCH: ClockWatch = {
  trouble: 'not_compared',
  offset: null,
  sampledAt: null,
  ahead: null,
  accepted: 0,
  agreement: null,
};

/** A larger change is a jump. */
export const JUMP_MS = 60_000;
/** The largest difference of clocks that agree. */
export const AGREEMENT_MS = 2_000;
/** How long the clocks must agree before the clock is safe again. */
export const RECOVERY_MS = 60_000;
/** The longest gap between samples that still prove agreement. */
export const LONGEST_GAP_MS = 10_000;
/** The slowest answer that is used; a slower one does not say when it was given. */
export const SLOWEST_ANSWER_MS = 2_000;

/**
 * Returns the watch after one more sample (D8). The clock is unsafe if the wall clock moved by more than a minute
 * against the monotonic clock since it was trusted, or differs by more than a minute from the database's. It is safe
 * again after a minute within two seconds of both, which begins and ends with an answer of the database. The trusted
 * offset follows a clock that drifts, but not one that is set, so that many small steps count as one jump.
 */
export function observe(watch: ClockWatch, sample: ClockSample): ClockWatch {
  const offset = sample.wall - sample.monotonic;
  const ahead = sample.database === null ? null : sample.wall - sample.database;
  const apart = ahead === null ? 0 : Math.min(Math.abs(ahead), Math.abs(ahead - watch.accepted));
  const seen = { ...watch, sampledAt: sample.monotonic, ahead: ahead ?? watch.ahead };
  const found = troubleOf(watch, offset, apart);

  if (watch.trouble === null && found === null) return { ...seen, offset: followed(watch, offset, sample.monotonic) };
  if (watch.trouble === 'not_compared' && found === null) {
    return ahead === null ? { ...seen, offset } : { ...seen, offset, trouble: null };
  }

  const agreement = agreementOf(watch, sample, offset, apart);
  const over = agreement !== null && ahead !== null && sample.monotonic - agreement.since >= RECOVERY_MS;
  if (over) return { ...seen, offset, trouble: null, agreement: null };
  return { ...seen, offset, trouble: found ?? watch.trouble, agreement };
}

/**
 * Clears the watch after an operator has confirmed the host's clock: it is safe at once, also if it differs from the
 * database's clock.
 */
export function clearWatch(watch: ClockWatch): ClockWatch {
  return { ...watch, trouble: null, offset: null, accepted: watch.ahead ?? 0, agreement: null };
}

/**
 * Returns the database's clock at `now`, on the same monotonic clock as `askedAt` and `answeredAt`. The reading belongs
 * to the middle of the round trip. Null if the round trip took too long.
 */
export function databaseClockAt(
  now: number,
  { reading, askedAt, answeredAt }: { reading: number; askedAt: number; answeredAt: number },
): number | null {
  if (answeredAt - askedAt > SLOWEST_ANSWER_MS) return null;
  return reading + (now - (askedAt + answeredAt) / 2);
}

function troubleOf({ offset: trusted }: ClockWatch, offset: number, apart: number): ClockTrouble | null {
  if (trusted !== null && Math.abs(offset - trusted) > JUMP_MS) return 'against_monotonic';
  return apart > JUMP_MS ? 'against_database' : null;
}

/** Moves the trusted offset towards the real one by the most that a clock may drift, a thousandth of the time. */
function followed({ offset: trusted, sampledAt }: ClockWatch, offset: number, now: number): number {
  if (trusted === null || sampledAt === null) return offset;
  const most = DRIFT * Math.min(now - sampledAt, LONGEST_GAP_MS);
  return trusted + Math.min(Math.max(offset - trusted, -most), most);
}

const DRIFT = 0.001;

function agreementOf(
  { agreement, sampledAt }: ClockWatch,
  { monotonic, database }: ClockSample,
  offset: number,
  apart: number,
): ClockWatch['agreement'] {
  if (apart > AGREEMENT_MS) return null;
  const unbroken = sampledAt !== null && monotonic - sampledAt <= LONGEST_GAP_MS;
  const holds = agreement !== null && unbroken && Math.abs(offset - agreement.offset) <= AGREEMENT_MS;
  if (holds) return agreement;
  return database === null ? null : { since: monotonic, offset };
}
