/**
 * Starts every npm command: prepares the clone, then runs the command under Node 26. `node scripts/run.mjs <command> [args]`
 * The file is plain JavaScript, because it may run under an older Node.
 *
 * The scripts of package.json begin with `exec`, so that no shell runs between npm and this process: npm passes a Ctrl-C that
 * only npm received to its child, and a shell would not pass it on before the command has ended.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWeb } from './build-web.mjs';
import { node, prepareClone, root } from './prepare-clone.mjs';
import { whenParentExits } from './watch-parent.mjs';

/** The program of each command. `web`: the command needs the screens, which are built first if their sources have changed. */
const commands = {
  start: { file: 'src/main/server/server.ts', web: true },
  test: { file: 'scripts/test.ts', web: true },
  check: { file: 'scripts/check.ts' },
  bench: { file: 'bench/run.ts', web: true },
  chaos: { file: 'test/chaos/run.ts' },
  mutate: { file: 'scripts/mutate.ts' },
  quiet: { file: 'src/main/time/quiet-cli.ts' },
  replay: { file: 'src/main/record/replay-cli.ts' },
  migrate: { file: 'src/main/core/installation/migrate-cli.ts' },
  clock: { file: 'src/main/time/clock-cli.ts' },
  verify: { file: 'src/main/record/verify-cli.ts' },
  import: { file: 'src/main/import/import-cli.ts' },
  admin: { file: 'src/main/sign-in/admin-cli.ts' },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}

prepareClone();
if (command.web) buildWeb();
runProgram(join(root, command.file));

/** Runs the program, passes every signal on to it, and ends with the program's exit code or signal. */
function runProgram(file) {
  const preload = pathToFileURL(join(root, 'scripts', 'exit-with-parent.mjs')).href;
  const child = spawn(node, ['--import', preload, file, ...args], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  whenParentExits(() => child.kill('SIGTERM'));

  child.on('error', (error) => {
    process.stderr.write(`Node 26 could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}
