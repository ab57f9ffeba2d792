/**
 * The witness, a second and very simple clock engine: it reads the local time of each minute and stores the readings.
 * The witness shares no code and no arithmetic with `src/rules/time`: dates are Temporal's, readings are numbers like
 * 201802172330, and the rules T2 and T4–T7 are applied by looking up readings.
 */

export interface Walk {
  /** Instants in epoch milliseconds, a minute apart. */
  readonly instants: readonly number[];
  /** The local time at each instant: year, month, day, hour and minute as one number. */
  readonly walls: readonly number[];
  readonly firstSeen: ReadonlyMap<number, number>;
  readonly lastSeen: ReadonlyMap<number, number>;
}

export interface Hours {
  readonly windows: readonly { readonly days: readonly string[]; readonly start: string; readonly end: string }[];
  readonly exceptions: readonly {
    readonly date: string;
    readonly windows: readonly { readonly start: string; readonly end: string }[];
  }[];
}

/** Reads the local time at each minute from `from` to `to`, which are both whole minutes. */
export function walk(zone: string, from: number, to: number): Walk {
  const instants: number[] = [];
  const walls: number[] = [];
  const firstSeen = new Map<number, number>();
  const lastSeen = new Map<number, number>();
  for (let at = from; at < to; at += 60_000) {
    const { year, month, day, hour, minute } = new Temporal.ZonedDateTime(
      BigInt(at) * 1_000_000n,
      zone,
    ).toPlainDateTime();
    const wall = (((year * 100 + month) * 100 + day) * 100 + hour) * 100 + minute;
    if (!firstSeen.has(wall)) firstSeen.set(wall, instants.length);
    lastSeen.set(wall, instants.length);
    instants.push(at);
    walls.push(wall);
  }
  return { instants, walls, firstSeen, lastSeen };
}

/** Says for each instant of the walk whether it is quiet. The result is reliable from two days after the start to two days before the end. */
export function quietMinutes(hours: Hours, seen: Walk): readonly boolean[] {
  const quiet = seen.instants.map(() => false);
  const lastDate = dateOf(seen.walls.at(-1) as number);
  for (let date = dateOf(seen.walls[0] as number); Temporal.PlainDate.compare(date, lastDate) <= 0; ) {
    const next = date.add({ days: 1 });
    for (const { start, end } of startingOn(date, hours)) {
      const from = firstTime(seen, wallOf(date, start));
      const to =
        end === '24:00'
          ? lastTime(seen, wallOf(next, '00:00'))
          : lastTime(seen, wallOf(end < start ? next : date, end));
      for (let i = from; i < to; i++) quiet[i] = true;
    }
    date = next;
  }
  return quiet;
}

function startingOn(date: Temporal.PlainDate, hours: Hours): readonly { start: string; end: string }[] {
  const exception = hours.exceptions.find((each) => each.date === date.toString());
  if (exception !== undefined) return exception.windows;
  const name = ['', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][date.dayOfWeek] as string;
  return hours.windows.filter(({ days }) => days.includes(name));
}

function firstTime(seen: Walk, wall: number): number {
  return seen.firstSeen.get(wall) ?? jumpOver(seen, wall);
}

function lastTime(seen: Walk, wall: number): number {
  return seen.lastSeen.get(wall) ?? jumpOver(seen, wall);
}

/** Returns the minute at which the local time jumped over `wall`, or an end of the walk where that minute is outside of it. */
function jumpOver({ walls }: Walk, wall: number): number {
  if (wall < (walls[0] as number)) return 0;
  const found = walls.findIndex((shown, i) => i > 0 && shown > wall && (walls[i - 1] as number) < wall);
  return found === -1 ? walls.length : found;
}

function wallOf(date: Temporal.PlainDate, time: string): number {
  return Number(date.toString().replaceAll('-', '') + time.replace(':', ''));
}

function dateOf(wall: number): Temporal.PlainDate {
  const day = Math.floor(wall / 10_000);
  return new Temporal.PlainDate(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100);
}
