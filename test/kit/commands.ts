/** Opens an installation with its own database, in which tests run commands as processes. */
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
  /** The data folder, which is also the working folder (`INIT_CWD`) of the commands. */
  readonly folder: string;
  readonly auth: ReturnType<typeof createAuth>;
  /** The environment that `run` sets, for tests that start a process themselves. */
  readonly commandEnv: NodeJS.ProcessEnv;
  /** Runs `src/main/<file>` to its end. `env` is added to the environment of the installation; by default the mode is `demo`. */
  run(file: string, args: readonly string[], env?: NodeJS.ProcessEnv): SpawnSyncReturns<string>;
}

const root = join(import.meta.dirname, '..', '..');

/** Opens the installation. A test file calls it once, at its top, instead of `withDatabase`. */
export async function openCommandInstallation(): Promise<CommandInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'oto-command-'));
  // This hook comes before the hook of the database: hooks run in order, and connections must be closed before the database is dropped.
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
  const installationEnv = { DATABASE_URL: logins.ownerUrl, OTO_SECRET: secret, OTO_DATA_DIR: folder, INIT_CWD: folder };
  const run: CommandInstallation['run'] = (file, args, env = { OTO_MODE: 'demo' }) =>
    spawnSync(process.execPath, [join(root, 'src', 'main', file), ...args], {
      encoding: 'utf8',
      cwd: root,
      env: { ...process.env, ...installationEnv, ...env },
    });
  return { ...database, folder, auth, run, commandEnv: { ...installationEnv, OTO_MODE: 'demo' } };
}
