/** Which tests can notice a change in a file of rules: those that import the file, at first or at second hand. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

/** Tests that need no database: one change of a line costs a second, not a minute. */
const TESTS = ['src/rules/**/*.test.ts', 'test/cases/*.test.ts', 'test/time/*.test.ts'];

/** Tests of `file` in steps, the nearest first: a step runs only where no step before it noticed the change. */
export function testsOf(file: string, root: string): string[][] {
  const tests = globSync(TESTS, { cwd: root }).sort();
  const reaching = tests.filter((test) => reachedFrom(test, root).has(file));
  const own = reaching.filter((test) => basename(test) === basename(file).replace(/\.ts$/, '.test.ts'));
  const direct = reaching.filter((test) => !own.includes(test) && importsOf(test, root).includes(file));
  const others = reaching.filter((test) => !own.includes(test) && !direct.includes(test));
  return [own, direct, others].filter((step) => step.length > 0);
}

function reachedFrom(test: string, root: string): ReadonlySet<string> {
  const reached = new Set([test]);
  for (const file of reached) for (const imported of importsOf(file, root)) reached.add(imported);
  return reached;
}

/** Paths from the root of what `file` imports of ours, types included. */
function importsOf(file: string, root: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/from '((?:\.\/|#)[^']+)'/g)]
    .map(([, name = '']) => {
      if (name.startsWith('./')) return normalize(join(dirname(file), name));
      return name.replace(/^#kit\//, 'test/kit/').replace(/^#/, 'src/');
    })
    .filter((path) => existsSync(join(root, path)));
}
