/**
 * `npm test`: runs the tests, the browser journeys last, and prints the result. Ends with 1 if a test failed or could not run.
 * `-- --all` adds the long tests and the journeys tagged `@long`; `-- PART…` runs only files whose path contains one of the
 * parts, and of a named journey file also the journeys tagged `@long`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { openTestPostgres } from '#kit/postgres.ts';
import { runFiles, sum, type Tally } from './test-files.ts';

const root = dirname(import.meta.dirname);
const JOURNEYS = 'test/web';
const args = process.argv.slice(2);
const parts = args.filter((arg) => !arg.startsWith('--'));
if (args.includes('--all')) process.env.OTO_TEST_ALL = '1';

const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root })
  .filter((file) => !file.startsWith(JOURNEYS))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  .sort();
const journeyParts = parts.filter((part) => part.startsWith(JOURNEYS));
const withJourneys = parts.length === 0 || journeyParts.length > 0;

// Kept running, so that all files and journeys use one Postgres instead of each starting its own.
const postgres = await openTestPostgres();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => postgres.close().finally(() => process.exit(130)));
}
// These files kill servers and measure times, so they run alone.
const alone = files.filter((file) => file.startsWith('test/start/'));
const together = files.filter((file) => !alone.includes(file));
const firstRuns = [await runFiles(together, Math.max(2, availableParallelism())), await runFiles(alone, 1)];
const firstFailures = firstRuns.flatMap(({ failures }) => failures);
print(firstFailures);
// In CI a failed file runs once more, alone, as a failed journey does; the first failure stays in the output.
const retried = process.env.CI ? firstRuns.flatMap(({ failedFiles }) => failedFiles) : [];
const secondRun = await runFiles(retried, 1);
const journeys = withJourneys ? runJourneys() : { passed: 0, failed: 0 };
await postgres.close();

const lastFailures = process.env.CI ? secondRun.failures : firstFailures;
const failed = lastFailures.length + journeys.failed;
const passed = sum(firstRuns).passed + (firstFailures.length - lastFailures.length) + journeys.passed;
if (lastFailures.length < firstFailures.length) {
  console.log(`\n${firstFailures.length - lastFailures.length} of the tests needed a second try, first failed with:`);
  print(firstFailures);
}
print(lastFailures);
console.log(`\n${files.length} test files${withJourneys ? ' and the browser journeys' : ''}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function print(failures: readonly string[]): void {
  for (const failure of failures) console.log(`\n${failure}`);
}

function runJourneys(): Tally {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const folder = mkdtempSync(join(tmpdir(), 'oto-journeys-'));
  const outcome = join(folder, 'outcome.json');
  try {
    const chosen = args.includes('--all') || journeyParts.length > 0 ? journeyParts : ['--grep-invert=@long'];
    const { status } = spawnSync(process.execPath, [cli, 'test', '--reporter=list,json', ...chosen], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: outcome },
    });
    const stats = existsSync(outcome) ? JSON.parse(readFileSync(outcome, 'utf8')).stats : {};
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
    const missed = unexpected + skipped;
    if (flaky > 0) console.log(`${flaky} of the journeys needed a second try`);
    return { passed: expected + flaky, failed: status === 0 ? missed : Math.max(1, missed) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
