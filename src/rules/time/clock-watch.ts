/** Whether the host's wall clock can be believed: a jump stops whatever no person watches until the clocks agree again (D8). */

/** What three clocks showed at one moment, in milliseconds. `database` is null where it was not asked or answered too late. */
export interface ClockSample {
  readonly wall: number;
  readonly monotonic: number;
  readonly database: number | null;
}

/** `not_compared`: a process that has only just started has no history, and has not heard the database yet. */
export type ClockTrouble = 'not_compared' | 'against_monotonic' | 'against_database';

/** What is known of the host's clock after some samples; a value, replaced by each of them. */
export interface ClockWatch {
  /** Why it is unsafe; null: it is safe. */
  readonly trouble: ClockTrouble | null;
  /** Wall minus monotonic as it is trusted; null before the first sample. */
  readonly offset: number | null;
  readonly sampledAt: number | null;
  /** How far the wall clock was ahead of the database's when that was last heard. */
  readonly ahead: number | null;
  /** How far ahead an operator has said it may be. */
  readonly accepted: number;
  /** While it is unsafe: since which monotonic instant all clocks have agreed, and on which offset. */
  readonly agreement: { readonly since: number; readonly offset: number } | null;
}

export const UNWATCHED: ClockWatch = {
  trouble: 'not_compared',
  offset: null,
  sampledAt: null,
  ahead: null,
  accepted: 0,
  agreement: null,
};

/** More than this is a jump. */
export const JUMP_MS = 60_000;
/** Clocks within this agree. */
export const AGREEMENT_MS = 2_000;
/** For so long they have to agree before the clock is believed again. */
export const RECOVERY_MS = 60_000;
/** Samples further apart than this are no proof of what lay between them. */
export const LONGEST_GAP_MS = 10_000;
/** An answer that took longer says too little about the moment it was given. */
export const SLOWEST_ANSWER_MS = 2_000;

/**
 * D8. The watch after one more sample. Unsafe where the wall clock moved by more than a minute against the monotonic
 * clock since it was trusted, or stands more than a minute from the database's; safe again after a minute within two
 * seconds of both, begun and ended by an answer of the database. A clock that drifts is followed, one that is set is not,
 * so that many small steps add up to one jump.
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

/** An operator says that the host's clock is right as it stands: it is believed at once, also beside the database's. */
export function cleared(watch: ClockWatch): ClockWatch {
  return { ...watch, trouble: null, offset: null, accepted: watch.ahead ?? 0, agreement: null };
}

/**
 * The database's clock at `now`, by the same monotonic clock as `askedAt` and `answeredAt`: its reading belongs to the
 * middle of the round trip. Null where that took too long.
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

/** The trusted offset creeps after the real one by what a clock may drift, a thousandth. */
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
