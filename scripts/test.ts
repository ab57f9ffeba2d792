/**
 * `npm test`: every test there is, the browser journeys last; says what ran, and ends with 1 where anything failed or
 * could not run. `-- --all` adds the long ones; `-- PART…` runs only files whose path contains one of the parts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { openTestPostgres } from '#kit/postgres.ts';

interface Tally {
  passed: number;
  failed: number;
}

const root = dirname(import.meta.dirname);
const JOURNEYS = 'test/web';
/** A file that has not ended by then never will. */
const PATIENCE_MS = 900_000;
const args = process.argv.slice(2);
const parts = args.filter((arg) => !arg.startsWith('--'));
if (args.includes('--all')) process.env.OTO_TEST_ALL = '1';

const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root })
  .filter((file) => !file.startsWith(JOURNEYS))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  .sort();
const withJourneys = parts.length === 0 || parts.some((part) => part.startsWith(JOURNEYS));

// Held open, so that the files find one Postgres running instead of each starting its own.
const postgres = files.length > 0 ? await openTestPostgres() : null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => postgres?.close().finally(() => process.exit(130)));
}
// Servers are killed and timed there: alone, so that nothing else is measured.
const alone = files.filter((file) => file.startsWith('test/start/'));
const together = files.filter((file) => !alone.includes(file));
const tests = sum([await runFiles(together, Math.max(2, availableParallelism())), await runFiles(alone, 1)]);
await postgres?.close();
const journeys = withJourneys ? runJourneys() : { passed: 0, failed: 0 };

const passed = tests.passed + journeys.passed;
const failed = tests.failed + journeys.failed;
console.log(`\n${files.length} test files${withJourneys ? ' and the browser journeys' : ''}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** A line for each file, then every failure whole. A test that was left out has failed: it could not run. */
async function runFiles(paths: readonly string[], concurrency: number): Promise<Tally> {
  if (paths.length === 0) return { passed: 0, failed: 0 };
  const byFile = new Map<string, Tally>(paths.map((path) => [path, { passed: 0, failed: 0 }]));
  const failures: string[] = [];
  const stream = run({
    files: paths.map((path) => join(root, path)),
    concurrency,
    timeout: PATIENCE_MS,
  });
  const note = (path: string | undefined, outcome: keyof Tally) => {
    const tally = byFile.get(relative(root, path ?? '')) ?? { passed: 0, failed: 0 };
    tally[outcome] += 1;
    byFile.set(relative(root, path ?? ''), tally);
  };
  for await (const { type, data } of stream) {
    if (type === 'test:stderr' || type === 'test:stdout') process.stderr.write(data.message);
    if (type === 'test:summary' && data.file !== undefined) report(relative(root, data.file), byFile);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const leftOut = data.skip !== undefined || data.todo !== undefined;
    if (type === 'test:pass' && !leftOut) {
      if (data.details.type !== 'suite') note(data.file, 'passed');
      continue;
    }
    if (data.details.type === 'suite' && !leftOut) continue;
    note(data.file, 'failed');
    const why = leftOut
      ? 'left out'
      : inspect(type === 'test:fail' ? (data.details.error.cause ?? data.details.error) : '');
    failures.push(`✖ ${relative(root, data.file ?? '')}:${data.line}\n  ${data.name}\n${why}`);
  }
  for (const failure of failures) console.log(`\n${failure}`);
  return sum([...byFile.values()]);
}

function report(path: string, byFile: ReadonlyMap<string, Tally>): void {
  const { passed, failed } = byFile.get(path) ?? { passed: 0, failed: 0 };
  console.log(`${failed > 0 ? '✖' : '✔'} ${path}  ${passed}${failed > 0 ? `, ${failed} failed` : ''}`);
}

function runJourneys(): Tally {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const folder = mkdtempSync(join(tmpdir(), 'oto-journeys-'));
  const outcome = join(folder, 'outcome.json');
  try {
    const { status } = spawnSync(process.execPath, [cli, 'test', '--reporter=list,json'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: outcome },
    });
    const stats = existsSync(outcome) ? JSON.parse(readFileSync(outcome, 'utf8')).stats : {};
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
    const missed = unexpected + flaky + skipped;
    return { passed: expected, failed: status === 0 ? missed : Math.max(1, missed) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}
