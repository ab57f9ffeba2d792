/** `npm run quiet`: answers from a shell whether it is quiet at an instant, for one question or a stream of them. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { askedPath } from '#main/core/path-argument.ts';
import { type Policy, parsePolicy } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import { compileQuiet, type QuietClock } from '#rules/time/quiet.ts';
import { zoneFault } from '#rules/time/zone.ts';

const USAGE = `usage: npm run quiet -- --zone ZONE --policy FILE --at INSTANT
       npm run -s quiet -- --jsonl
  ZONE     a name of the tz database, such as America/Sao_Paulo
  FILE     a policy as JSON
  INSTANT  RFC 3339, such as 2026-11-27T20:00:00.000-03:00
  --jsonl  reads lines { id, zone, policy, at }, \`at\` in epoch milliseconds,
           and answers each with { id, quiet, changesAt } or { id, error }`;

/** A fault of the question, which its author can correct; the message is one line. */
export class Mistake extends Error {}

async function main(args: string[]): Promise<void> {
  try {
    const answer = answerQuestion(args);
    if (answer === null) await answerStream();
    else process.stdout.write(`${answer}\n`);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}\n`);
    process.exitCode = 2;
  }
}

/** Returns the answer to one question as a line without its newline; null if `--jsonl` asks for a stream. Throws `Mistake`. */
export function answerQuestion(args: readonly string[]): string | null {
  const { jsonl, zone, policy, at: text } = readArguments(args);
  if (jsonl) return null;
  const at = instantOf(text as string);
  const clock = clockFor(readZone(zone), readPolicy(readPolicyFile(policy as string)), at);
  const { quiet, changesAt } = clock.at(at);
  return JSON.stringify({ quiet, changesAt: textOf(changesAt), nextOpen: textOf(clock.nextOpen(at)) });
}

/**
 * Returns the answer to one line of `--jsonl`, without its newline; null for an empty line. The answer to a faulty line is
 * `{ id, error }`, with `id` null if the line has none; the function does not throw for it.
 */
export function answerLine(line: string): string | null {
  if (line.trim() === '') return null;
  let id: unknown = null;
  try {
    const asked = readObject(line);
    id = asked.id ?? null;
    const at = readInstant(asked.at);
    const clock = clockFor(readZone(asked.zone), readPolicy(asked.policy), at);
    const { quiet, changesAt } = clock.at(at);
    return JSON.stringify({ id, quiet, changesAt });
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return JSON.stringify({ id, error: error.message });
  }
}

async function answerStream(): Promise<void> {
  process.stdout.on('error', exitOnClosedPipe);
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    await print(lines);
  }
  await print([rest]);
}

/** Prints the answers, and waits for a slow reader, so that a long stream needs little memory. */
async function print(lines: readonly string[]): Promise<void> {
  const answers = lines.map(answerLine).filter((answer) => answer !== null);
  if (answers.length === 0 || process.stdout.write(`${answers.join('\n')}\n`)) return;
  await new Promise((goOn) => process.stdout.once('drain', goOn));
}

/** Ends the command if its reader has closed the pipe, as `… | head` does. */
function exitOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

interface Question {
  readonly jsonl: boolean;
  readonly zone?: string | undefined;
  readonly policy?: string | undefined;
  readonly at?: string | undefined;
}

function readArguments(args: readonly string[]): Question {
  const one = { type: 'string' } as const;
  const options = { jsonl: { type: 'boolean', default: false }, zone: one, policy: one, at: one } as const;
  try {
    const asked = parseArgs({ args: joinValues(args), options }).values;
    const missing = (['zone', 'policy', 'at'] as const).filter((name) => asked[name] === undefined);
    if (asked.jsonl && missing.length < 3) throw new Mistake('--jsonl takes no other option');
    if (!asked.jsonl && missing.length > 0) throw new Mistake(`missing: --${missing.join(', --')}`);
    return asked;
  } catch (error) {
    if (error instanceof TypeError)
      throw new Mistake((error.message.split('\n')[0] as string).split('. ')[0] as string);
    throw error;
  }
}

/** Joins an option and its value with `=`, so that `--zone -03:00` gives the error of a wrong zone, not of an unknown option. */
function joinValues(args: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [arg, value] = [args[i] as string, args[i + 1]];
    const takesValue = ['--zone', '--policy', '--at'].includes(arg) && value !== undefined;
    out.push(takesValue ? `${arg}=${value}` : arg);
    if (takesValue) i++;
  }
  return out;
}

function readPolicyFile(file: string): unknown {
  const path = askedPath(file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Mistake(`policy: cannot read ${path} (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch {
    throw new Mistake(`policy: ${path} is not JSON`);
  }
}

function readObject(line: string): { id?: unknown; zone?: unknown; policy?: unknown; at?: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(BYTE_ORDER_MARK, ''));
  } catch {
    throw new Mistake('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Mistake('not an object');
  return value;
}

function readZone(zone: unknown): string {
  if (zone !== undefined && zone !== null && typeof zone !== 'string') throw new Mistake('zone: not a string');
  const fault = zoneFault(zone);
  if (fault !== null) throw new Mistake(fault === 'zone_missing' ? fault : `${fault}: ${zone}`);
  return zone as string;
}

function readPolicy(value: unknown): Policy {
  if (value === undefined) throw new Mistake('policy: missing');
  const parsed = parsePolicy(value);
  if (parsed.ok) return parsed.policy;
  const faults = parsed.faults.map(({ path, code }) => (path === '' ? `policy: ${code}` : `policy.${path}: ${code}`));
  throw new Mistake(faults.join('; '));
}

/** The first and last instant of the years 1 to 9999, for which RFC 3339 can write the answer. */
const [FIRST, LAST] = [-62_135_596_800_000, 253_402_300_799_999];

function readInstant(value: unknown): Instant {
  if (!Number.isInteger(value)) throw new Mistake('at: not a whole number of milliseconds');
  const at = value as Instant;
  if (at < FIRST || at > LAST) throw new Mistake('at: outside the years 1 to 9999');
  return at;
}

function instantOf(text: string): Instant {
  try {
    return readInstant(Temporal.Instant.from(text).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) throw new Mistake(`at: not an instant in RFC 3339: ${text}`);
    throw error;
  }
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' });
}

/** The number of compiled clocks in the cache, which is emptied when full: the questions of a stream mostly repeat few policies. */
const CLOCKS_KEPT = 256;
const clocks = new Map<string, QuietClock>();

function clockFor(zone: string, policy: Policy, at: Instant): QuietClock {
  const key = `${zone} ${JSON.stringify(policy)}`;
  const kept = clocks.get(key);
  if (kept?.covers(at)) return kept;
  const clock = compileQuiet(policy, zone, { from: at, to: at + AHEAD_MS });
  if (clocks.size >= CLOCKS_KEPT) clocks.clear();
  clocks.set(key, clock);
  return clock;
}

const AHEAD_MS = 86_400_000;
const BYTE_ORDER_MARK = /^\uFEFF/;

if (import.meta.main) await main(process.argv.slice(2));
