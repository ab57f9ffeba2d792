/** Finds the tests that can notice a change in a file of rules: those that import the file, directly or through other files. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

/**
 * Tests that need no database, so that one mutation takes a second and not a minute. `host.test.ts` is left out because it
 * starts a command, whose file Stryker does not copy.
 */
const TESTS = ['src/rules/**/*.test.ts', 'test/cases/*.test.ts', 'test/time/!(host).test.ts'];

/** Returns the tests of `file` in steps, the nearest first. A step runs only where no earlier step noticed the change. */
export function testsOf(file: string, root: string): string[][] {
  const tests = globSync(TESTS, { cwd: root }).sort();
  const reaching = tests.filter((test) => filesReachedFrom(test, root).has(file));
  const own = reaching.filter((test) => basename(test) === basename(file).replace(/\.ts$/, '.test.ts'));
  const direct = reaching.filter((test) => !own.includes(test) && importsOf(test, root).includes(file));
  const others = reaching.filter((test) => !own.includes(test) && !direct.includes(test));
  return [own, direct, others].filter((step) => step.length > 0);
}

function filesReachedFrom(test: string, root: string): ReadonlySet<string> {
  const reached = new Set([test]);
  for (const file of reached) for (const imported of importsOf(file, root)) reached.add(imported);
  return reached;
}

/** Returns the paths from the root of the project's files that `file` imports, including imports of types. */
function importsOf(file: string, root: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/from '((?:\.\/|#)[^']+)'/g)]
    .map(([, name = '']) => {
      if (name.startsWith('./')) return normalize(join(dirname(file), name));
      return name.replace(/^#kit\//, 'test/kit/').replace(/^#/, 'src/');
    })
    .filter((path) => existsSync(join(root, path)));
}
