/**
 * Computes quiet time a second time in the simplest way: reads the local time of a zone and checks whether a window of
 * today or of yesterday contains the minute. Shares no code with the product, so that an error there is found.
 */

export interface LoggedPolicy {
  readonly windows: readonly { readonly days: readonly string[]; readonly start: string; readonly end: string }[];
  readonly exceptions: readonly {
    readonly date: string;
    readonly windows: readonly { readonly start: string; readonly end: string }[];
  }[];
}

export interface LoggedEvent {
  readonly revision: number;
  /** When its transaction was committed, by Postgres's own clock. */
  readonly committedAt: number;
  readonly at: number;
  readonly kind: 'publish' | 'suspend' | 'resume';
  readonly version: number | null;
  readonly policy: LoggedPolicy | null;
  readonly effectiveAt: number | null;
  readonly from: number | null;
  readonly until: number | null;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTE = 60_000;

export class Silence {
  /** The events by revision, which is also the order of their commits. */
  readonly events: readonly LoggedEvent[];
  readonly #inForce = new Map<string, LoggedEvent | null>();
  readonly #minutes = new Map<string, boolean>();

  constructor(events: readonly LoggedEvent[]) {
    this.events = events;
  }

  /** Returns how many events had been committed by an instant. */
  seenBy(committedAt: number): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle] as LoggedEvent).committedAt <= committedAt) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether it is quiet at `at` on the clock of `zone`, under the first `count` events. */
  isQuiet(count: number, zone: string, at: number): boolean {
    const event = this.#versionAt(count, at);
    if (event === null) return false;
    const key = `${event.version} ${zone} ${Math.floor(at / MINUTE)}`;
    const known = this.#minutes.get(key);
    if (known !== undefined) return known;
    const quiet = isQuietUnder(event.policy as LoggedPolicy, zone, at);
    this.#minutes.set(key, quiet);
    return quiet;
  }

  /** Returns the next quiet minute from `from` on, or null where the next `most` minutes are open. */
  nextQuiet(count: number, zone: string, from: number, most: number): number | null {
    if (this.isQuiet(count, zone, from)) return from;
    const first = (Math.floor(from / MINUTE) + 1) * MINUTE;
    for (let i = 0; i < most; i += 1) if (this.isQuiet(count, zone, first + i * MINUTE)) return first + i * MINUTE;
    return null;
  }

  /** Returns the version in force, or null where there is none or quiet hours are suspended. */
  #versionAt(count: number, at: number): LoggedEvent | null {
    const key = `${count} ${at}`;
    const known = this.#inForce.get(key);
    if (known !== undefined) return known;
    let newest: LoggedEvent | null = null;
    let pauses: { from: number; until: number }[] = [];
    for (const event of this.events.slice(0, count)) {
      if (event.kind === 'publish' && (event.effectiveAt as number) <= at) newest = event;
      if (event.kind === 'suspend') pauses.push({ from: event.from as number, until: event.until ?? Infinity });
      if (event.kind === 'resume') pauses = pauses.map((p) => ({ ...p, until: Math.min(p.until, event.at) }));
    }
    const found = pauses.some(({ from, until }) => from <= at && at < until) ? null : newest;
    this.#inForce.set(key, found);
    return found;
  }
}

function isQuietUnder(policy: LoggedPolicy, zone: string, at: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  const today = local.toPlainDate();
  const startsToday = windowsOf(policy, today).some(({ start, end }) => {
    const [from, to] = [minuteOf(start), minuteOf(end)];
    return minute >= from && (to < from || minute < to);
  });
  const continuesFromYesterday = windowsOf(policy, today.subtract({ days: 1 })).some(({ start, end }) => {
    const [from, to] = [minuteOf(start), minuteOf(end)];
    return to < from && minute < to;
  });
  return startsToday || continuesFromYesterday;
}

function windowsOf(policy: LoggedPolicy, date: Temporal.PlainDate) {
  const exception = policy.exceptions.find((each) => each.date === date.toString());
  const weekday = DAYS[date.dayOfWeek - 1] as string;
  return exception?.windows ?? policy.windows.filter(({ days }) => days.includes(weekday));
}

function minuteOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Opening and closing as minutes of the day by weekday, Monday first; a closing not after the opening is on the next day. */
export type Hours = ReadonlyMap<number, { readonly opens: number; readonly closes: number }>;

/** A store without hours is never closed. */
export function isOpen(hours: Hours, zone: string, at: number): boolean {
  if (hours.size === 0) return true;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  const today = hours.get(local.dayOfWeek - 1);
  if (today && minute >= today.opens && (today.closes <= today.opens || minute < today.closes)) return true;
  const yesterday = hours.get((local.dayOfWeek + 5) % 7);
  return yesterday !== undefined && yesterday.closes <= yesterday.opens && minute < yesterday.closes;
}
