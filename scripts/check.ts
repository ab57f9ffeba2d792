/** `npm run check`: runs all checks that a change must pass: types, lint and layers, all tests, and short fault runs. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';

const root = dirname(import.meta.dirname);

const steps = [
  { name: 'types', file: 'node_modules/typescript/bin/tsc', args: ['-p', 'tsconfig.json', '--noEmit'] },
  { name: 'lint and layers', file: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings'] },
  { name: 'tests', file: 'scripts/run.mjs', args: ['test', ...process.argv.slice(2)] },
  { name: 'fault runs', file: 'scripts/run.mjs', args: ['chaos', '--first-plants'] },
];

const failed: string[] = [];
for (const { name, file, args } of steps) {
  console.log(`— ${name}`);
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}

console.log(failed.length === 0 ? 'check: all holds' : `check: failed in ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
