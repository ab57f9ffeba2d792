/**
 * `npm run mutate [-- PART…]`: runs mutation tests of `src/rules`. Stryker changes one expression after the other; a change that
 * no test notices has survived. Ends with 1 if a change survived that `accepted-mutants.ts` does not list, or if the list has a
 * change that did not survive. PART: only files whose path contains one of the parts.
 */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { Stryker } from '@stryker-mutator/core';
import { testsOf } from '#kit/mutation-tests.ts';
import { ACCEPTED_MUTANTS, type Mutant } from './accepted-mutants.ts';

/** The type of Stryker's log level, an ambient enum whose values cannot be used here. */
type LogLevel = NonNullable<ConstructorParameters<typeof Stryker>[0]['logLevel']>;
type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** Files of data, which are not mutated: only the source of the data could show that a changed name is wrong. */
const TABLES = [
  'area-code-cities.ts',
  'area-codes.ts',
  'brazil-cities.ts',
  'brazil-zones.ts',
  'common-secrets.ts',
  'countries.ts',
  'holidays-data.ts',
];

const root = dirname(import.meta.dirname);
const parts = process.argv.slice(2);
const files = globSync('src/rules/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && !TABLES.includes(basename(file)))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  .sort();

process.chdir(root);
let failures = files.length === 0 ? 1 : 0;
if (files.length === 0) console.log(`No file of src/rules has ${parts.join(' or ')} in its path.`);
for (const file of files) failures += await mutate(file);
console.log(
  failures === 0
    ? '\nEvery change was noticed by a test or is in accepted-mutants.ts.'
    : `\n${failures} faults: write a test for each surviving change, or list it in accepted-mutants.ts with a reason.`,
);
process.exit(failures === 0 ? 0 : 1);

/** Runs the changes of `file`, prints their results, and returns the number of faults. */
async function mutate(file: string): Promise<number> {
  const began = performance.now();
  const steps = testsOf(file, root);
  if (steps.length === 0) return report(`✖ ${file}: no test imports this file.`);
  const command = steps.map(commandOf).join(' && ');
  const results = await changesOf(file, command).catch((error: Error) => error);
  if (results instanceof Error) return report(`✖ ${file}: ${results.message}`);

  const accepted = ACCEPTED_MUTANTS.filter((mutant) => mutant.file === basename(file));
  const changesWith = (wanted: MutantResult['status']) =>
    results
      .filter(({ status }) => status === wanted)
      .map(({ location, replacement }) => changeAt(file, location, replacement));
  const survivors = changesWith('Survived');
  // On a busy machine a change that only costs time may run out of time: that shows nothing about the list.
  const late = changesWith('Timeout');
  const unnamed = survivors.filter((mutant) => !accepted.some((each) => isSame(each, mutant)));
  const stale = accepted.filter((mutant) => ![...survivors, ...late].some((each) => isSame(each, mutant)));
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(
    `${unnamed.length + stale.length === 0 ? '✔' : '✖'} ${file}: ${results.length} changes, ` +
      `${survivors.length} survived, ${survivors.length - unnamed.length} of them named, ${late.length} ran out of time, ${seconds} s`,
  );
  for (const { line, became } of unnamed) report(`    survived    ${line}\n    as          ${became}`);
  for (const { line, became } of stale) report(`    is noticed  ${line}\n    as          ${became}`);
  // An endless loop is noticed by its length; a change that is only slow has to be looked at by a person.
  for (const { line, became } of late) report(`    ran out of time  ${line}\n    as               ${became}`);
  return unnamed.length + stale.length;
}

/** Runs Stryker. Throws if a test fails before the first change. */
function changesOf(file: string, command: string): Promise<readonly MutantResult[]> {
  return new Stryker({
    mutate: [file],
    testRunner: 'command',
    commandRunner: { command },
    concurrency: availableParallelism(),
    timeoutMS: 10_000,
    reporters: [],
    logLevel: 'error' as LogLevel,
    allowConsoleColors: false,
    tempDirName: join('.data', `stryker-${process.pid}`),
    ignorePatterns: ['**', '!src/rules/**/*.ts', '!test/{cases,kit,time,vectors}/**', '!package.json'],
    // Stryker would rewrite the paths of tsconfig.json with an API that TypeScript 7 lacks; these tests do not need that.
    tsconfigFile: 'none',
  }).runMutationTest();
}

function report(text: string): 1 {
  console.log(text);
  return 1;
}

/** Returns the command that runs the tests. Paths are quoted, because `(` has a meaning in a shell. */
function commandOf(tests: readonly string[]): string {
  const quoted = tests.map((test) => `"${test}"`).join(' ');
  return `"${process.execPath}" --test --test-isolation=none --test-reporter=dot ${quoted}`;
}

/** A position in a file; lines and columns start at 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Returns the changed lines before and after, without indentation, so that they still match after lines were added elsewhere. */
function changeAt(file: string, { start, end }: { start: Place; end: Place }, replacement: string): Mutant {
  const lines = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const before = (lines[0] ?? '').slice(0, start.column - 1);
  const after = (lines.at(-1) ?? '').slice(end.column - 1);
  return { file: basename(file), line: plain(lines.join(' ')), became: plain(before + replacement + after) };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isSame(one: Mutant, other: Mutant): boolean {
  return one.line === other.line && one.became === other.became;
}
