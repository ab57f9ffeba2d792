/** Tests that every npm command installs packages where they are missing, and passes signals and exit codes on. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { descendantsOf, killNow, waitUntil, withTimeout } from './running.ts';

const root = dirname(dirname(import.meta.dirname));
const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** The program that `npm run quiet` runs in these tests: it prints its Node version, repeats its input, or ends as an argument says. */
const stub = `
  process.on('SIGTERM', () => process.exit(5));
  process.on('SIGINT', () => { setTimeout(() => process.exit(6), 100); });
  const [, , how, code] = process.argv;
  if (how === '--jsonl') process.stdin.pipe(process.stdout);
  if (how === '--end') process.exit(Number(code));
  if (how === '--die') { process.removeAllListeners('SIGTERM'); process.kill(process.pid, 'SIGTERM'); }
  if (how === '--stay') { process.stdout.write('ready\\n'); setInterval(() => undefined, 1000); }
  if (how === '--version') process.stdout.write(process.version + '\\n');
`;

/** Creates a clone of the scripts with local packages, so that no network is needed: a development package and Node itself. */
function newClone(): string {
  const clone = mkdtempSync(join(tmpdir(), 'oto-clone-'));
  made.push(clone);
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const packages = { [nodePackage]: 'optionalDependencies', tool: 'devDependencies' };
  const manifest: Record<string, Record<string, string>> = {};
  const entries: Record<string, object> = {};
  for (const [name, kind] of Object.entries(packages)) {
    mkdirSync(join(clone, 'packages', name, 'bin'), { recursive: true });
    writeFileSync(join(clone, 'packages', name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
    manifest[kind] = { [name]: `file:packages/${name}` };
    entries[`packages/${name}`] = { name, version: '1.0.0', [kind === 'devDependencies' ? 'dev' : 'optional']: true };
    entries[`node_modules/${name}`] = { resolved: `packages/${name}`, link: true };
  }
  symlinkSync(process.execPath, join(clone, 'packages', nodePackage, 'bin', 'node'));
  const scripts = {
    quiet: 'exec node scripts/run.mjs quiet',
    preinstall: `node -e "fs.appendFileSync('installed', '.')"`,
  };
  const described = { name: 'clone', version: '1.0.0', type: 'module', ...manifest };
  writeFileSync(join(clone, 'package.json'), JSON.stringify({ ...described, scripts }));
  writeFileSync(
    join(clone, 'package-lock.json'),
    JSON.stringify({ ...described, lockfileVersion: 3, requires: true, packages: { '': described, ...entries } }),
  );
  cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true });
  mkdirSync(join(clone, 'src', 'main', 'time'), { recursive: true });
  writeFileSync(join(clone, 'src', 'main', 'time', 'quiet-cli.ts'), stub);
  return clone;
}

interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function spawnCommand(clone: string, args: readonly string[], file = 'npm'): ChildProcess {
  const words = file === 'npm' ? ['run', '-s', 'quiet', '--', ...args] : ['scripts/run.mjs', 'quiet', ...args];
  const { npm_execpath, ...environment } = process.env;
  return spawn(file, words, { cwd: clone, env: { ...environment, NODE_ENV: 'production' }, stdio: 'pipe' });
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (text) => {
    stdout += text;
  });
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  const [code, signal] = await withTimeout(once(child, 'close'));
  return { code, signal, stdout, stderr };
}

async function startStaying(clone: string, file?: string): Promise<ChildProcess> {
  const child = spawnCommand(clone, ['--stay'], file);
  const [firstOutput] = await withTimeout(once(child.stdout ?? assert.fail(), 'data'));
  assert.equal(String(firstOutput), 'ready\n');
  return child;
}

const installed = newClone();

test('the first command in a clone installs all packages, also for development, and prints only its answer on standard output', async () => {
  const child = spawnCommand(installed, ['--jsonl']);
  child.stdin?.end('{"id":1}\n');
  const { code, stdout, stderr } = await outcomeOf(child);
  assert.equal(code, 0, stderr);
  assert.equal(stdout, '{"id":1}\n');
  assert.match(stderr, /Installing packages/);
  assert.ok(existsSync(join(installed, 'node_modules', 'tool', 'package.json')));
});

test('the second command installs nothing, and runs with the installed Node', async () => {
  const { code, stdout, stderr } = await outcomeOf(spawnCommand(installed, ['--version']));
  assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: `${process.version}\n`, stderr: '' });
});

test('a command installs packages again where the lockfile has changed', async () => {
  const lockfile = join(installed, 'package-lock.json');
  const tool = join(installed, 'packages', 'tool', 'package.json');
  for (const file of [lockfile, tool]) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('1.0.0', '1.0.1'));
  writeFileSync(
    join(installed, 'package.json'),
    readFileSync(join(installed, 'package.json'), 'utf8').replace('"version":"1.0.0"', '"version":"1.0.1"'),
  );
  const before = readFileSync(join(installed, 'installed'), 'utf8');
  assert.equal((await outcomeOf(spawnCommand(installed, ['--end', '0']))).code, 0);
  assert.equal(readFileSync(join(installed, 'installed'), 'utf8'), `${before}.`);
});

test('two commands that start at the same time in a fresh clone install once, and both answer', async () => {
  const clone = newClone();
  const outcomes = await Promise.all([1, 2].map(() => outcomeOf(spawnCommand(clone, ['--version']))));
  for (const { stdout } of outcomes) assert.equal(stdout, `${process.version}\n`);
  assert.equal(readFileSync(join(clone, 'installed'), 'utf8'), '.');
});

test('a command starts after an installation that was killed', async () => {
  const clone = newClone();
  mkdirSync(join(clone, '.tmp'));
  writeFileSync(join(clone, '.tmp', 'installing'), '999999999');
  mkdirSync(join(clone, 'node_modules', 'half'), { recursive: true });
  assert.equal((await outcomeOf(spawnCommand(clone, ['--end', '0']))).code, 0);
});

test('a command ends with the exit code or signal of its program', async () => {
  assert.equal((await outcomeOf(spawnCommand(installed, ['--end', '7']))).code, 7);
  assert.equal((await outcomeOf(spawnCommand(installed, ['--die'], process.execPath))).signal, 'SIGTERM');
});

test('SIGTERM and Ctrl-C reach the program, also when sent several times, and no process is left', async () => {
  for (const file of ['npm', process.execPath]) {
    for (const [signal, ending] of [
      ['SIGTERM', 5],
      ['SIGINT', 6],
    ] as const) {
      const child = await startStaying(installed, file);
      const below = descendantsOf(child.pid ?? 0);
      assert.ok(below.length > 0);
      for (let time = 0; time < 3; time += 1) child.kill(signal);
      assert.equal((await outcomeOf(child)).code, ending, `${file} ${signal}`);
      await waitUntil(() => below.every((pid) => !isAlive(pid)), 'every process has ended');
    }
  }
});

test('kill -9 of the process that started the program ends the program', async () => {
  for (const file of ['npm', process.execPath]) {
    const child = await startStaying(installed, file);
    const below = descendantsOf(child.pid ?? 0);
    killNow([child.pid ?? 0]);
    await waitUntil(() => below.every((pid) => !isAlive(pid)), 'every process has ended');
  }
});

test('an unknown command prints a sentence with the known commands', async () => {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'strat'], { cwd: installed, stdio: 'pipe' });
  const { code, stderr } = await outcomeOf(child);
  assert.equal(code, 2);
  assert.match(stderr, /Unknown command "strat".*start, test/);
});

test('the scripts know every command of package.json', async () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [name, line] of Object.entries(scripts)) {
    assert.equal(line, `exec node scripts/run.mjs ${name}`);
    assert.match(
      readFileSync(join(root, 'scripts', 'run.mjs'), 'utf8'),
      new RegExp(`^ {2}${name}: \\{ file: '(\\S+)'`, 'm'),
    );
  }
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
