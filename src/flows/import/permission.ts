/** Computes a customer's permission after an import. A file may always refuse; it grants again only with a later date (D2). */

import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';

export interface Said {
  readonly permission: 'granted' | 'refused' | 'unknown';
  readonly permissionOn: string | null;
}

export interface PermissionBefore extends Said {
  /** The day of the number's running stop; null where no stop runs. */
  readonly stoppedOn: EpochDay | null;
}

export interface Outcome extends Said {
  /** `stop` puts the number on the stop list. `lift` ends the stop of the number, because the customer agreed later, on `permissionOn`. */
  readonly stop: 'stop' | 'lift' | 'as_it_is';
  /** Whether the file granted permission and the grant did not count. */
  readonly kept: boolean;
}

/**
 * Computes the permission. `statements` are the permissions of every row about this number. One refusal among them
 * counts, whatever the other rows say; a refusal without a date counts from `today`. A grant ends a refusal or a stop
 * only with a later date. An empty cell changes nothing.
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
  const refusedOrStoppedOn = lastDayOf(before);
  const latest = latestDay(grants.map(({ permissionOn }) => permissionOn));
  if (refusedOrStoppedOn !== null && !(latest !== null && (dayOf(latest) as EpochDay) > refusedOrStoppedOn)) {
    return { ...known, stop: 'as_it_is', kept: grants.length > 0 };
  }
  if (grants.length === 0) return { ...known, stop: 'as_it_is', kept: false };
  const stop = refusedOrStoppedOn === null ? 'as_it_is' : 'lift';
  return { permission: 'granted', permissionOn: latest ?? knownOn('granted'), stop, kept: false };
}

/** Returns the day after which a grant counts again; null where no refusal or stop applies. */
function lastDayOf({ permission, permissionOn, stoppedOn }: PermissionBefore): EpochDay | null {
  if (permission !== 'refused') return stoppedOn;
  const refusedOn = permissionOn === null ? Number.POSITIVE_INFINITY : (dayOf(permissionOn) as EpochDay);
  return Math.max(refusedOn, stoppedOn ?? refusedOn);
}

function latestDay(days: readonly (string | null)[]): string | null {
  return days.reduce((latest, on) => (on !== null && (latest === null || on > latest) ? on : latest), null);
}
