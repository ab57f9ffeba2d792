/** Checks which permission a customer has after an import, for each case of rule D2 and D2b. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linesOf } from '#kit/case-tables.ts';
import { dayOf } from '#rules/time/calendar.ts';
import { permissionAfter, type Said } from './permission.ts';

const today = dayOf('2026-11-22') as number;

/** Parses `granted 2026-01-05`, `refused`, or `-` for an empty cell. */
function statementOf(text: string): Said {
  const [permission = 'unknown', permissionOn = null] = text === '-' ? [] : text.split(' ');
  return { permission: permission as Said['permission'], permissionOn };
}

const CASES = linesOf(
  ['known', 'stopped', 'the file says', 'then', 'the number'],
  `
  known              | stopped    | the file says                          | then               | the number
  -------------------|------------|----------------------------------------|--------------------|-----------
  unknown            | -          | -                                      | unknown            | as_it_is
  unknown            | -          | granted                                | granted            | as_it_is
  unknown            | -          | granted 2026-03-01                     | granted 2026-03-01 | as_it_is
  unknown            | -          | refused                                | refused 2026-11-22 | stop
  unknown            | -          | refused 2026-03-01                     | refused 2026-03-01 | stop
  granted 2026-03-01 | -          | -                                      | granted 2026-03-01 | as_it_is
  granted 2026-03-01 | -          | granted                                | granted 2026-03-01 | as_it_is
  granted            | -          | refused                                | refused 2026-11-22 | stop
  refused 2026-03-01 | -          | -                                      | refused 2026-03-01 | as_it_is
  refused 2026-03-01 | -          | refused                                | refused 2026-03-01 | stop
  refused 2026-03-01 | -          | granted                                | refused 2026-03-01 | as_it_is
  refused 2026-03-01 | -          | granted 2026-03-01                     | refused 2026-03-01 | as_it_is
  refused 2026-03-01 | -          | granted 2026-03-02                     | granted 2026-03-02 | lift
  refused            | -          | granted 2026-03-02                     | refused            | as_it_is
  refused            | 2026-03-01 | granted 2026-03-02                     | refused            | as_it_is
  refused 2026-03-01 | 2026-06-01 | granted 2026-05-01                     | refused 2026-03-01 | as_it_is
  refused 2026-03-01 | 2026-06-01 | granted 2026-06-02                     | granted 2026-06-02 | lift
  granted            | 2026-06-01 | granted                                | granted            | as_it_is
  granted            | 2026-06-01 | granted 2026-06-01                     | granted            | as_it_is
  granted            | 2026-06-01 | granted 2026-06-02                     | granted 2026-06-02 | lift
  unknown            | -          | granted, refused                       | refused 2026-11-22 | stop
  unknown            | -          | granted 2026-10-01, refused 2026-03-01 | refused 2026-03-01 | stop
  unknown            | -          | -, granted 2026-01-01, granted         | granted 2026-01-01 | as_it_is
  unknown            | -          | granted 2026-01-01, granted 2026-02-01 | granted 2026-02-01 | as_it_is
  `,
);

describe('permissionAfter: a file may always refuse, and grants again only with a later date (D2, D2b)', () => {
  for (const line of CASES) {
    test(`${line.known}, stopped ${line.stopped}: ${line['the file says']}`, () => {
      const stoppedOn = line.stopped === '-' ? null : dayOf(line.stopped);
      const statements = line['the file says'].split(', ').map(statementOf);
      const after = permissionAfter({ ...statementOf(line.known), stoppedOn }, statements, today);
      const then = statementOf(line.then);
      assert.deepEqual(
        { permission: after.permission, permissionOn: after.permissionOn, stop: after.stop },
        { ...then, stop: line['the number'] },
      );
      const wanted = statements.some(({ permission }) => permission === 'granted');
      assert.equal(
        after.kept,
        wanted && (after.permission !== 'granted' || (stoppedOn !== null && after.stop !== 'lift')),
      );
    });
  }
});
