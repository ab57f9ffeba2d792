/** Runs test files, each in its own process, and prints a line with the result of each. */
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { inspect } from 'node:util';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export interface Outcomes extends Tally {
  /** The files with a failed test, by their path from the root. */
  readonly failedFiles: readonly string[];
  /** A text for each failed test: file and line, name, error. */
  readonly failures: readonly string[];
}

const root = dirname(import.meta.dirname);
/** The time after which a test file counts as hanging and is ended. */
const PATIENCE_MS = 900_000;

/**
 * Runs the files at `paths` (from the root), `concurrency` at a time, and prints a line for each.
 * A skipped test counts as failed, and so does a file without a test, because neither proves anything.
 */
export async function runFiles(paths: readonly string[], concurrency: number): Promise<Outcomes> {
  if (paths.length === 0) return { passed: 0, failed: 0, failedFiles: [], failures: [] };
  const waiting = new Map<string, Tally>(paths.map((path) => [path, { passed: 0, failed: 0 }]));
  const done: Tally[] = [];
  const failures: string[] = [];
  const failedFiles = new Set<string>();
  const report = (path: string, ms = 0) => {
    const tally = waiting.get(path);
    if (tally === undefined || !waiting.delete(path)) return;
    done.push(tally);
    console.log(lineOf(path, tally, ms));
  };

  const stream = run({ files: paths.map((path) => join(root, path)), concurrency, timeout: PATIENCE_MS });
  for await (const { type, data } of stream) {
    if (type === 'test:stderr' || type === 'test:stdout') process.stderr.write(data.message);
    if (type === 'test:summary' && data.file !== undefined) report(relative(root, data.file), data.duration_ms);
    if (type !== 'test:pass' && type !== 'test:fail') continue;

    const path = relative(root, data.file ?? '');
    const tally = waiting.get(path) ?? { passed: 0, failed: 0 };
    const isSuite = data.details.type === 'suite';
    const fault = faultOf(path, data, type === 'test:fail' && !isSuite ? data.details.error : undefined);
    if (fault !== null) {
      failedFiles.add(path);
      failures.push(`✖ ${path}:${data.line}\n  ${data.name}\n${fault}`);
      waiting.set(path, { ...tally, failed: tally.failed + 1 });
    } else if (!isSuite) {
      waiting.set(path, { ...tally, passed: tally.passed + 1 });
    }
  }
  for (const path of [...waiting.keys()]) report(path);
  return { ...sum(done), failedFiles: [...failedFiles], failures };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}

interface Outcome {
  readonly name: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
}

/** Returns why a test counts as failed; null if it passed. The runner reports a file without tests as a test with the file's name. */
function faultOf(path: string, { name, skip, todo }: Outcome, error: Error | undefined): string | null {
  if (error !== undefined) return inspect(error.cause ?? error);
  if (skip !== undefined || todo !== undefined) return 'the test was skipped';
  return relative(root, name) === path ? 'the file has no test' : null;
}

function lineOf(path: string, { passed, failed }: Tally, ms: number): string {
  return `${failed > 0 ? '✖' : '✔'} ${path}  ${passed}${failed > 0 ? `, ${failed} failed` : ''}  (${(ms / 1000).toFixed(1)} s)`;
}
