/** Reads what a customer row says about permission. One refusal in any of its columns counts (D2). */

import type { Findings } from '#flows/import/findings.ts';
import { saysNothing } from '#rules/core/says-nothing.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateParts } from '#rules/time/local-day.ts';
import type { CustomerField } from './columns.ts';
import { readDay } from './read-cell.ts';
import {
  asksToStop,
  type PermissionReading,
  readPermission,
  readPossibleRefusal,
  readRefusal,
} from './read-permission.ts';
import type { Row } from './read-table.ts';

export interface SaidPermission {
  readonly permission: 'granted' | 'refused' | 'unknown';
  readonly permissionOn: string | null;
}

/**
 * Reads the permission of a row (D2b). An empty cell neither grants nor refuses. A text that is not clearly yes and may
 * mean no is a refusal.
 */
export function permissionOf(
  row: Row<CustomerField>,
  today: EpochDay,
  findings: Findings<CustomerField>,
): SaidPermission {
  const own = readingOf(row, 'permission', readPermission, findings);
  const readings = [
    own,
    readingOf(row, 'refusal', readRefusal, findings),
    readingOf(row, 'possibleRefusal', readPossibleRefusal, findings),
  ];
  if (own === 'not_understood') findings.note(row, 'permission', 'permission_not_understood');
  const isRefused = readings.some((reading) => reading === 'refused' || reading === 'not_understood');
  const isRefusedInText = !isRefused && refusesInText(row, findings);
  const isGranted =
    own === 'granted' || partsOf(row.cells.permission).some((part) => readPermission(part) === 'granted');
  if (isRefused && isGranted) findings.note(row, 'permission', 'refusal_wins');
  const on = permissionDay(row, today, findings);
  if (isRefused || isRefusedInText) return { permission: 'refused', permissionOn: on };
  if (own === 'unclear') findings.fault(row, 'permission', 'permission_unclear');
  return own === 'granted'
    ? { permission: 'granted', permissionOn: on }
    : { permission: 'unknown', permissionOn: null };
}

const MEANINGS = {
  granted: 'granted',
  refused: 'refused',
  not_understood: 'refused',
  unclear: 'unclear',
  nothing: 'unknown',
} as const;

/** Reads one field. Of several columns or words in a cell, the most serious reading counts. */
function readingOf(
  row: Row<CustomerField>,
  field: 'permission' | 'refusal' | 'possibleRefusal',
  read: (text: string) => PermissionReading,
  findings: Findings<CustomerField>,
): PermissionReading {
  const readings = new Set(partsOf(row.cells[field]).map(read));
  const reading = MOST_SERIOUS_FIRST.find((each) => readings.has(each)) ?? 'nothing';
  findings.countPermission(row, field, MEANINGS[reading]);
  return reading;
}

const MOST_SERIOUS_FIRST: readonly PermissionReading[] = ['refused', 'not_understood', 'unclear', 'granted', 'nothing'];

function partsOf(cell: string): string[] {
  return cell.split(' / ');
}

/**
 * Tells whether a text asks for no messages: in the note, in a column that the import does not use, or as "não" in the
 * column of the number.
 */
function refusesInText(row: Row<CustomerField>, findings: Findings<CustomerField>): boolean {
  if (asksToStop(row.cells.note)) {
    findings.note(row, 'note', 'refusal_in_text', row.cells.note);
    return true;
  }
  const text = row.rest.find(asksToStop);
  if (text !== undefined) findings.note(row, null, 'refusal_in_text', text);
  const phoneWord = partsOf(row.cells.phone).find(
    (part) => !/\d/.test(part) && !saysNothing(part) && readPermission(part) === 'refused',
  );
  if (phoneWord !== undefined) findings.note(row, 'phone', 'refusal_in_text', phoneWord);
  return text !== undefined || phoneWord !== undefined;
}

/** Reads the day of the permission. A future day is noted and not used. */
function permissionDay(row: Row<CustomerField>, today: EpochDay, findings: Findings<CustomerField>): string | null {
  const text = row.cells.permissionOn;
  if (saysNothing(text)) return null;
  const reading = readDay(text, dateParts(today).year, findings.dateOrder('permissionOn'));
  if (typeof reading === 'object' && (dayOf(reading.on) as EpochDay) <= today) return reading.on;
  findings.note(row, 'permissionOn', 'permission_day_unreadable');
  return null;
}
