/** What a file may change in a customer's permission: it may always silence, and speak again only by a dated word (D2). */

import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';

export interface Said {
  readonly permission: 'granted' | 'refused' | 'unknown';
  readonly permissionOn: string | null;
}

export interface PermissionBefore extends Said {
  /** The day of the number's running stop; null where none runs. */
  readonly stoppedOn: EpochDay | null;
}

export interface Outcome extends Said {
  /** `stop`: the number goes on the stop list. `lift`: its stop ends, by the customer's later word on `permissionOn`. */
  readonly stop: 'stop' | 'lift' | 'as_it_is';
  /** A "yes" of the file was not enough. */
  readonly kept: boolean;
}

/**
 * `statements`: what every row about this number says. One refusal among them counts, whatever the others say; without
 * a date it counts from `today`. A "yes" ends a refusal or a stop only with a date later than theirs. An empty cell
 * says nothing, and what was known stays.
 */
export function permissionAfter(before: PermissionBefore, statements: readonly Said[], today: EpochDay): Outcome {
  const refusal = statements.find(({ permission }) => permission === 'refused');
  const grants = statements.filter(({ permission }) => permission === 'granted');
  const known = { permission: before.permission, permissionOn: before.permissionOn };
  const knownOn = (permission: Said['permission']) => (known.permission === permission ? known.permissionOn : null);
  if (refusal !== undefined) {
    const permissionOn = refusal.permissionOn ?? knownOn('refused') ?? dateText(today);
    return { permission: 'refused', permissionOn, stop: 'stop', kept: grants.length > 0 };
  }
  const silencedOn = lastDayOf(before);
  const latest = latestDay(grants.map(({ permissionOn }) => permissionOn));
  if (silencedOn !== null && !(latest !== null && (dayOf(latest) as EpochDay) > silencedOn)) {
    return { ...known, stop: 'as_it_is', kept: grants.length > 0 };
  }
  if (grants.length === 0) return { ...known, stop: 'as_it_is', kept: false };
  const stop = silencedOn === null ? 'as_it_is' : 'lift';
  return { permission: 'granted', permissionOn: latest ?? knownOn('granted'), stop, kept: false };
}

/** The day after which a word of the customer would count again; null where nothing silences. */
function lastDayOf({ permission, permissionOn, stoppedOn }: PermissionBefore): EpochDay | null {
  if (permission !== 'refused') return stoppedOn;
  const refusedOn = permissionOn === null ? Number.POSITIVE_INFINITY : (dayOf(permissionOn) as EpochDay);
  return Math.max(refusedOn, stoppedOn ?? refusedOn);
}

function latestDay(days: readonly (string | null)[]): string | null {
  return days.reduce((latest, on) => (on !== null && (latest === null || on > latest) ? on : latest), null);
}
