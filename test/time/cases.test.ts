/** Checks the engine against the tables in `cases/`, which people of a store can read and correct. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Policy, parsePolicy } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import { compileQuiet } from '#rules/time/quiet.ts';

interface Line {
  readonly zone: string;
  readonly at: string;
  readonly quiet: string;
  readonly until: string;
}

const folder = join(import.meta.dirname, 'cases');
const DAYS = { seg: 'mon', ter: 'tue', qua: 'wed', qui: 'thu', sex: 'fri', sáb: 'sat', dom: 'sun' } as const;
const HEAD = 'cidade|no relógio da loja|silêncio?|até quando';

for (const file of readdirSync(folder)) {
  for (const { title, policy, lines } of readCases(readFileSync(join(folder, file), 'utf8'))) {
    for (const line of lines) {
      test(`${title}: ${line.zone}, ${line.at}: ${line.quiet}, até ${line.until}`, () => check(policy, line));
    }
  }
}

function check(policy: Policy, line: Line): void {
  const at = instantOf(line.at, line.zone);
  const answer = compileQuiet(policy, line.zone, { from: at, to: at + 1 }).at(at);
  assert.ok(['sim', 'não'].includes(line.quiet), line.quiet);
  assert.deepEqual(answer, {
    quiet: line.quiet === 'sim',
    changesAt: line.until === 'nunca' ? null : instantOf(line.until, line.zone),
  });
}

/** Reads the cases of a file. A case is a list of rules followed by a table; the first line of the file is the title of all cases. */
function readCases(text: string): readonly { title: string; policy: Policy; lines: readonly Line[] }[] {
  const title = /^# (.+)/.exec(text)?.[1];
  assert.ok(title, 'a file of cases must begin with its title');
  const found: { title: string; policy: Policy; lines: Line[] }[] = [];
  for (const block of text.split(/\n{2,}/)) {
    const rows = block.trim().split('\n');
    if (rows[0]?.startsWith('- ')) found.push({ title, policy: policyOf(rows), lines: [] });
    if (rows[0]?.startsWith('|')) found.at(-1)?.lines.push(...linesOf(rows));
  }
  assert.ok(found.length > 0 && found.every(({ lines }) => lines.length > 0), `${title}: rules without a table`);
  return found;
}

function linesOf([head, , ...rows]: string[]): readonly Line[] {
  assert.equal(cellsOf(head as string).join('|'), HEAD);
  return rows.map((row) => {
    const [place = '', at = '', quiet = '', until = ''] = cellsOf(row);
    return { zone: place.includes('/') ? place : `America/${place}`, at, quiet, until };
  });
}

function cellsOf(row: string): readonly string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Reads rules such as `- sáb dom, 20:00 às 08:00`, `- todo dia, …`, `- em 25/12/2026, … e …` and `- em 31/12/2026, nada`. */
function policyOf(rules: readonly string[]): Policy {
  const weekly: unknown[] = [];
  const exceptions: unknown[] = [];
  for (const rule of rules) {
    const [when = '', what = ''] = rule.slice(2).split(', ');
    const windows = what === 'nada' ? [] : what.split(' e ').map(windowOf);
    if (when.startsWith('em ')) exceptions.push({ date: dateOf(when.slice(3)), windows });
    else weekly.push(...windows.map((window) => ({ days: daysOf(when), ...window })));
  }
  const parsed = parsePolicy({ windows: weekly, exceptions });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.policy;
}

function windowOf(text: string): { start: string; end: string } {
  const [start = '', end = ''] = text.split(' às ');
  return { start, end };
}

function daysOf(text: string): readonly string[] {
  return text === 'todo dia' ? Object.values(DAYS) : text.split(' ').map((day) => DAYS[day as keyof typeof DAYS]);
}

function dateOf(text: string): string {
  return text.split('/').toReversed().join('-');
}

/** Reads an instant such as `17/02/2018 23:30 (2ª vez)`. Of a time that the clock shows twice, the first counts unless the second is named. */
function instantOf(text: string, zone: string): Instant {
  const [date = '', time = '', second] = text.split(' ');
  const wall = Temporal.PlainDateTime.from(`${dateOf(date)}T${time}`);
  const shown = wall.toZonedDateTime(zone, { disambiguation: second === undefined ? 'earlier' : 'later' });
  assert.ok(shown.toPlainDateTime().equals(wall), `${text} was never on the clock of ${zone}`);
  return shown.epochMilliseconds;
}
