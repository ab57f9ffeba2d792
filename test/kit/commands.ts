/** `npm run …` from outside: an installation with a database of its own, in which commands run as processes of their own. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { urlOf } from '#db/core/installation/roles.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { type TestDatabase, withDatabase } from './database.ts';
import { secret } from './postgres.ts';

export interface CommandInstallation extends TestDatabase {
  /** Its data directory, and where whoever types the commands stands. */
  readonly folder: string;
  readonly auth: ReturnType<typeof createAuth>;
  /** What `run` sets for a command, for tests that start a process themselves. */
  readonly commandEnv: NodeJS.ProcessEnv;
  /** Runs `src/main/<file>` to its end; `env` beside that of a demo installation. */
  run(file: string, args: readonly string[], env?: NodeJS.ProcessEnv): SpawnSyncReturns<string>;
}

const root = join(import.meta.dirname, '..', '..');

/** Call once, at the top of a test file, in the place of `withDatabase`. */
export async function openCommandInstallation(): Promise<CommandInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'oto-command-'));
  // Before the database's own: hooks run in order, and connections are to be closed before it is dropped.
  const closing: (() => Promise<void>)[] = [];
  after(async () => {
    await Promise.all(closing.map((close) => close()));
    rmSync(folder, { recursive: true });
  });
  const database = await withDatabase();
  const { logins } = database;
  const auth = createAuth({
    url: urlOf('oto_auth', logins),
    cookieKeys: [keysOf(secret).sessions],
    hostNow: () => Date.now(),
    onError: (error) => {
      throw error;
    },
  });
  closing.push(auth.close);
  const its = { DATABASE_URL: logins.ownerUrl, OTO_SECRET: secret, OTO_DATA_DIR: folder, INIT_CWD: folder };
  const run: CommandInstallation['run'] = (file, args, env = { OTO_MODE: 'demo' }) =>
    spawnSync(process.execPath, [join(root, 'src', 'main', file), ...args], {
      encoding: 'utf8',
      cwd: root,
      env: { ...process.env, ...its, ...env },
    });
  return { ...database, folder, auth, run, commandEnv: { ...its, OTO_MODE: 'demo' } };
}
