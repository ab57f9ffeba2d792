/** Whether this program, its secret and the database belong together: asked by every command, arranged by a start. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import pg from 'pg';
import { InstallationFault } from './installation-fault.ts';
import { type Applied, appliedMigrations, compareMigrations, type Migration, migrate } from './migrate.ts';
import { keepRecordKey, type NewestKey, readNewestKey, recordKeyFault } from './record-keys.ts';
import { PLAIN_NAMES, ROLES, type Role, type RoleNames, roleNamesOf } from './role-names.ts';
import { copyRights, retireLogins } from './role-rights.ts';
import { ensureRoles, type Logins, urlOf } from './roles.ts';

export interface Prepared {
  readonly database: string;
  /** How the logins are called. */
  readonly names: RoleNames;
  /** The name of the newest migration. */
  readonly schema: string;
  /** How many migrations were applied now. */
  readonly applied: number;
  /** Logins under earlier names that keep their rights until nobody is connected with them. */
  readonly formerLogins: readonly string[];
}

export interface PrepareOptions {
  /** OTO_SECRET_PREVIOUS. */
  readonly previousSecret: string | null;
  /** Sets the logins' passwords anew, from OTO_SECRET. */
  readonly rotate: boolean;
}

/**
 * Checks that the database fits, then makes what is missing: logins, migrations, the row that says whose it is. Changes no
 * password of a login that exists, except with `rotate`. Of several programs that begin together, all succeed.
 * Throws `InstallationFault` or `SchemaMismatch`, with nothing changed, where something differs.
 */
export async function prepareInstallation(
  logins: Logins,
  migrations: readonly Migration[],
  { previousSecret, rotate }: PrepareOptions,
): Promise<Prepared> {
  return withOwner(logins.ownerUrl, async (client) => {
    const state = await readState(client);
    compareMigrations(state.applied ?? [], migrations);
    const names = logins.names ?? (await chooseNames(client, logins, state));
    const named = { ...logins, names };
    await judgeSecret(client, named, state, { previousSecret, rotate });

    const fingerprint = fingerprintOf(logins.secret);
    await ensureRoles(named, { rotate, also: (owner) => replaceFingerprint(owner, state, fingerprint) });
    const former = state.names && differ(state.names, names) ? state.names : null;
    if (former !== null) for (const role of ROLES) await copyRights(client, former[role], names[role]);
    await migrate(logins.ownerUrl, migrations, names);
    const formerLogins = await retireLogins(client, [
      ...state.formerLogins,
      ...ROLES.flatMap((role) => (former && former[role] !== names[role] ? [former[role]] : [])),
    ]);
    await keepRecordKey(client, { secret: logins.secret, previousSecret });
    await record(client, fingerprint, names, formerLogins);
    await proveLogins(named);
    return {
      database: state.database,
      names,
      schema: migrations.at(-1)?.name ?? '',
      applied: migrations.length - (state.applied?.length ?? 0),
      formerLogins,
    };
  });
}

/**
 * Checks that the database fits, and changes nothing. Answers how the logins are called. Throws `InstallationFault` or
 * `SchemaMismatch` with every difference as a sentence.
 */
export async function checkInstallation(
  logins: Logins,
  migrations: readonly Migration[],
  previousSecret: string | null,
): Promise<RoleNames> {
  return withOwner(logins.ownerUrl, async (client) => {
    const state = await readState(client);
    if (state.applied === null || state.applied.length === 0) {
      throw new InstallationFault(`The database ${state.database} has not been prepared. ${PREPARE}`);
    }
    compareMigrations(state.applied, migrations);
    const faults: string[] = [];
    const missing = migrations.length - state.applied.length;
    if (missing > 0) {
      faults.push(
        `The schema of ${state.database} is older than this program: it lacks ${missing} migrations, the first ` +
          `${migrations[state.applied.length]?.name}. ${PREPARE}`,
      );
    }
    const secret = secretFault(logins.secret, previousSecret, state);
    if (secret !== null) faults.push(secret);
    if (faults.length > 0) throw new InstallationFault(faults.join('\n'));
    if (state.names === null || state.fingerprint === null) {
      throw new InstallationFault(`The database ${state.database} has not been prepared to the end. ${PREPARE}`);
    }
    await proveLogins({ ...logins, names: state.names });
    return state.names;
  });
}

const PREPARE = 'Run `npm run migrate`, or start the server. Nothing was changed.';

interface State {
  readonly database: string;
  /** Null: nothing was ever applied. */
  readonly applied: readonly Applied[] | null;
  /** Null: prepared by a version that kept none, or not yet. */
  readonly fingerprint: Buffer | null;
  /** How the logins are called that the schema grants to; null where there is no schema yet. */
  readonly names: RoleNames | null;
  readonly formerLogins: readonly string[];
  /** The newest key that signs the record's heads. */
  readonly newestKey: NewestKey | null;
}

interface InstallationRow {
  readonly fingerprint: Buffer;
  readonly runtime: string;
  readonly auth: string;
  readonly former: string[];
}

async function readState(client: pg.Client): Promise<State> {
  const { rows: databases } = await client.query<{ name: string; kept: string | null }>(
    `select current_database() as name, to_regclass('public.installation') as kept`,
  );
  const database = databases[0]?.name ?? '';
  const applied = await appliedMigrations(client);
  const rows = databases[0]?.kept
    ? (
        await client.query<InstallationRow>(
          `select secret_fingerprint as fingerprint, runtime_login as runtime, auth_login as auth, former_logins as former
           from public.installation`,
        )
      ).rows
    : [];
  const newestKey = await readNewestKey(client);
  const [row] = rows;
  if (row === undefined) {
    const names = applied !== null && applied.length > 0 ? PLAIN_NAMES : null;
    return { database, applied, fingerprint: null, names, formerLogins: [], newestKey };
  }
  const names = { oto_runtime: row.runtime, oto_auth: row.auth };
  return { database, applied, fingerprint: row.fingerprint, names, formerLogins: row.former, newestKey };
}

/** Logins of ours are called after the database. Those from outside may still have the plain name. */
async function chooseNames(client: pg.Client, { given }: Logins, { database }: State): Promise<RoleNames> {
  const own = roleNamesOf(database);
  const existing = await existingRoles(client, [...Object.values(own), ...Object.values(PLAIN_NAMES)]);
  const choose = (role: Role) =>
    given[role] !== null && !existing.has(own[role]) && existing.has(PLAIN_NAMES[role]) ? PLAIN_NAMES[role] : own[role];
  return { oto_runtime: choose('oto_runtime'), oto_auth: choose('oto_auth') };
}

/** A key of its own, so that it tells nothing of the secret or of the other keys that derive from it. */
export function fingerprintOf(secret: string): Buffer {
  return createHmac('sha256', secret).update('fingerprint of the installation').digest();
}

/** What is wrong with OTO_SECRET by the fingerprint alone; null where it fits or nothing is known. */
function secretFault(secret: string, previous: string | null, { fingerprint, database }: State): string | null {
  if (fingerprint === null || timingSafeEqual(fingerprint, fingerprintOf(secret))) return null;
  if (previous !== null && timingSafeEqual(fingerprint, fingerprintOf(previous))) return changed(database);
  return (
    `OTO_SECRET is not the secret of the installation in the database ${database}: either OTO_SECRET is wrong, or ` +
    'DATABASE_URL leads to the database of another installation. Nothing was changed.'
  );
}

function changed(database: string): string {
  return (
    `The logins of the database ${database} still have their passwords from OTO_SECRET_PREVIOUS. Stop every server and ` +
    'run `npm run migrate -- --rotate`, which gives them those of OTO_SECRET. Nothing was changed.'
  );
}

/** Throws where the secret is not the one of this database and of the logins that exist, and nobody asked for another. */
async function judgeSecret(
  client: pg.Client,
  logins: Logins & { readonly names: RoleNames },
  state: State,
  { previousSecret, rotate }: PrepareOptions,
): Promise<void> {
  const fault = secretFault(logins.secret, previousSecret, state);
  if (fault !== null && !(rotate && fault === changed(state.database))) throw new InstallationFault(fault);
  const keyFault = recordKeyFault(state.newestKey, { secret: logins.secret, previousSecret });
  if (keyFault !== null) throw new InstallationFault(keyFault);
  if (state.fingerprint !== null || rotate) return;

  // No fingerprint yet: the logins themselves tell, where they exist.
  for (const names of [state.names, logins.names]) {
    if (names === null) continue;
    const existing = await existingRoles(client, Object.values(names));
    for (const role of ROLES) {
      if (logins.given[role] !== null || !existing.has(names[role])) continue;
      if (await opens({ ...logins, names }, role)) continue;
      const before = previousSecret !== null && (await opens({ ...logins, names, secret: previousSecret }, role));
      throw new InstallationFault(before ? changed(state.database) : stranger(names[role]));
    }
  }
}

function stranger(login: string): string {
  return (
    `The login ${login} exists on this database server, and its password is not the one that derives from OTO_SECRET: ` +
    'OTO_SECRET is wrong, or the login belongs to another installation. If it is this one, run ' +
    '`npm run migrate -- --rotate`, which sets the passwords anew. Nothing was changed.'
  );
}

/** Whether the login takes the derived password. */
async function opens(logins: Logins, role: Role): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(role, logins) });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && (error.code === '28P01' || error.code === '28000')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Throws where somebody has given a login another password since. */
async function proveLogins(logins: Logins & { readonly names: RoleNames }): Promise<void> {
  for (const role of ROLES) {
    if (logins.given[role] === null && !(await opens(logins, role)))
      throw new InstallationFault(
        `The login ${logins.names[role]} does not take the password that derives from OTO_SECRET: somebody changed it. ` +
          'Run `npm run migrate -- --rotate`, which sets it anew.',
      );
  }
}

async function existingRoles(client: pg.Client, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any($1::text[])',
    [names],
  );
  return new Set(rows.map(({ name }) => name));
}

function differ(a: RoleNames, b: RoleNames): boolean {
  return ROLES.some((role) => a[role] !== b[role]);
}

/** With the new passwords, in one transaction: neither is ever seen without the other. */
async function replaceFingerprint(client: pg.Client, { fingerprint: kept }: State, fingerprint: Buffer): Promise<void> {
  if (kept !== null) await client.query('update public.installation set secret_fingerprint = $1', [fingerprint]);
}

async function record(
  client: pg.Client,
  fingerprint: Buffer,
  names: RoleNames,
  former: readonly string[],
): Promise<void> {
  await client.query(
    `insert into public.installation as kept (secret_fingerprint, runtime_login, auth_login, former_logins)
     values ($1, $2, $3, $4)
     on conflict (single) do update set runtime_login = excluded.runtime_login, auth_login = excluded.auth_login,
       former_logins = excluded.former_logins
     where (kept.runtime_login, kept.auth_login, kept.former_logins)
       is distinct from (excluded.runtime_login, excluded.auth_login, excluded.former_logins)`,
    [fingerprint, names.oto_runtime, names.oto_auth, former],
  );
}

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
