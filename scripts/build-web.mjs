/**
 * Builds the screens into `dist/web` if their sources differ from those of the last build. The file is plain JavaScript, because
 * it may run under an older Node, and prints only on stderr.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './prepare-clone.mjs';

/** The sources of the bundle: the screens, and the files that they may import from other layers. */
const sources = [
  'vite.config.ts',
  'package-lock.json',
  'src/web',
  'src/words',
  'src/contract',
  'src/rules/contact/message-text.ts',
  'src/rules/policy/policy.ts',
  'src/rules/policy/policy-limits.ts',
  'src/rules/time/ring.ts',
  'src/rules/time/interval.ts',
];

/** Makes `dist/web` match its sources. Ends the process with 1 if the build fails, whose messages are on stderr. */
export function buildWeb() {
  const finished = join(root, 'dist', 'web');
  const stamp = join(finished, '.sources');
  const wanted = digestOf(sources.map((source) => join(root, source)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  process.stderr.write('Building the screens…\n');
  const fresh = `${finished}.${process.pid}`;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(
    node,
    [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn', '--configLoader', 'native'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    process.stderr.write('The screens could not be built: see the messages above.\n');
    process.exit(1);
  }
  writeFileSync(join(fresh, '.sources'), wanted);
  rmSync(finished, { recursive: true, force: true });
  renameSync(fresh, finished);
}

function digestOf(paths) {
  const digest = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else if (!path.endsWith('.test.ts')) {
      digest.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  for (const path of paths) add(path);
  return digest.digest('hex');
}
