/**
 * Checks that this program, its secret and the database belong together (every command), and prepares the database (a
 * start).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import pg from 'pg';
import { InstallationFault } from './installation-fault.ts';
import { type Applied, compareMigrations, listAppliedMigrations, type Migration, migrate } from './migrate.ts';
import { insertRecordKey, type NewestKey, readNewestKey, recordKeyFault } from './record-keys.ts';
import { PLAIN_NAMES, ROLES, type Role, type RoleNames, roleNamesOf } from './role-names.ts';
import { copyRights, retireLogins } from './role-rights.ts';
import { ensureRoles, type Logins, urlOf } from './roles.ts';

export interface Prepared {
  readonly database: string;
  /** The names of the logins. */
  readonly names: RoleNames;
  /** The name of the newest migration. */
  readonly schema: string;
  /** The number of migrations that this call applied. */
  readonly applied: number;
  /** Logins with earlier names that keep their rights until nobody is connected with them. */
  readonly formerLogins: readonly string[];
}

export interface PrepareOptions {
  /** OTO_SECRET_PREVIOUS. */
  readonly previousSecret: string | null;
  /** Sets the logins' passwords again, from OTO_SECRET. */
  readonly rotate: boolean;
}

/**
 * Checks that the database fits, then creates what is missing: logins, migrations, the row that identifies the
 * installation. Changes the password of an existing login only with `rotate`. Several programs may start at the same
 * time; all succeed. Throws `InstallationFault` or `SchemaMismatch`, with nothing changed, if something differs.
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
    await checkSecret(client, named, state, { previousSecret, rotate });

    const fingerprint = fingerprintOf(logins.secret);
    await ensureRoles(named, { rotate, also: (owner) => replaceFingerprint(owner, state, fingerprint) });
    const former = state.names && areDifferent(state.names, names) ? state.names : null;
    if (former !== null) for (const role of ROLES) await copyRights(client, former[role], names[role]);
    await migrate(logins.ownerUrl, migrations, names);
    const formerLogins = await retireLogins(client, [
      ...state.formerLogins,
      ...ROLES.flatMap((role) => (former && former[role] !== names[role] ? [former[role]] : [])),
    ]);
    await insertRecordKey(client, { secret: logins.secret, previousSecret });
    await saveInstallation(client, fingerprint, names, formerLogins);
    await checkLogins(named);
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
 * Checks that the database fits, and changes nothing. Returns the names of the logins. Throws `InstallationFault` or
 * `SchemaMismatch`, whose message lists every difference as a sentence.
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
    await checkLogins({ ...logins, names: state.names });
    return state.names;
  });
}

const PREPARE = 'Run `npm run migrate`, or start the server. Nothing was changed.';

interface State {
  readonly database: string;
  /** Null: no migration was ever applied. */
  readonly applied: readonly Applied[] | null;
  /** Null: an older version, which stored no fingerprint, prepared the database, or it has not been prepared yet. */
  readonly fingerprint: Buffer | null;
  /** The names of the logins that the schema grants rights to; null if there is no schema yet. */
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
  const applied = await listAppliedMigrations(client);
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

/**
 * Chooses the logins' names. A login that this program creates is named after the database. A login that an
 * administrator gave may still have the plain name.
 */
async function chooseNames(client: pg.Client, { given }: Logins, { database }: State): Promise<RoleNames> {
  const own = roleNamesOf(database);
  const existing = await existingRoles(client, [...Object.values(own), ...Object.values(PLAIN_NAMES)]);
  const choose = (role: Role) =>
    given[role] !== null && !existing.has(own[role]) && existing.has(PLAIN_NAMES[role]) ? PLAIN_NAMES[role] : own[role];
  return { oto_runtime: choose('oto_runtime'), oto_auth: choose('oto_auth') };
}

/**
 * Computes the fingerprint of the secret with a derivation of its own, so that it reveals neither the secret nor the
 * other derived keys.
 */
export function fingerprintOf(secret: string): Buffer {
  return createHmac('sha256', secret).update('fingerprint of the installation').digest();
}

/**
 * Returns what is wrong with OTO_SECRET, judged by the fingerprint alone; null if the secret fits or no fingerprint is
 * stored.
 */
function secretFault(secret: string, previous: string | null, { fingerprint, database }: State): string | null {
  if (fingerprint === null || timingSafeEqual(fingerprint, fingerprintOf(secret))) return null;
  if (previous !== null && timingSafeEqual(fingerprint, fingerprintOf(previous))) return describeOldPasswords(database);
  return (
    `OTO_SECRET is not the secret of the installation in the database ${database}: either OTO_SECRET is wrong, or ` +
    'DATABASE_URL leads to the database of another installation. Nothing was changed.'
  );
}

function describeOldPasswords(database: string): string {
  return (
    `The logins of the database ${database} still have their passwords from OTO_SECRET_PREVIOUS. Stop every server and ` +
    'run `npm run migrate -- --rotate`, which gives them those of OTO_SECRET. Nothing was changed.'
  );
}

/**
 * Throws if the secret does not belong to this database and its existing logins, unless the caller asked to rotate the
 * secret.
 */
async function checkSecret(
  client: pg.Client,
  logins: Logins & { readonly names: RoleNames },
  state: State,
  { previousSecret, rotate }: PrepareOptions,
): Promise<void> {
  const fault = secretFault(logins.secret, previousSecret, state);
  if (fault !== null && !(rotate && fault === describeOldPasswords(state.database))) throw new InstallationFault(fault);
  const keyFault = recordKeyFault(state.newestKey, { secret: logins.secret, previousSecret });
  if (keyFault !== null) throw new InstallationFault(keyFault);
  if (state.fingerprint !== null || rotate) return;

  // Without a stored fingerprint, signing in with the existing logins shows whether the secret is right.
  for (const names of [state.names, logins.names]) {
    if (names === null) continue;
    const existing = await existingRoles(client, Object.values(names));
    for (const role of ROLES) {
      if (logins.given[role] !== null || !existing.has(names[role])) continue;
      if (await canSignIn({ ...logins, names }, role)) continue;
      const before = previousSecret !== null && (await canSignIn({ ...logins, names, secret: previousSecret }, role));
      throw new InstallationFault(before ? describeOldPasswords(state.database) : describeForeignLogin(names[role]));
    }
  }
}

function describeForeignLogin(login: string): string {
  return (
    `The login ${login} exists on this database server, and its password is not the one that derives from OTO_SECRET: ` +
    'OTO_SECRET is wrong, or the login belongs to another installation. If it is this one, run ' +
    '`npm run migrate -- --rotate`, which sets the passwords anew. Nothing was changed.'
  );
}

/** Whether the login accepts the password that derives from the secret. */
async function canSignIn(logins: Logins, role: Role): Promise<boolean> {
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

/** Throws if a login does not accept its derived password, because somebody changed the password. */
async function checkLogins(logins: Logins & { readonly names: RoleNames }): Promise<void> {
  for (const role of ROLES) {
    if (logins.given[role] === null && !(await canSignIn(logins, role)))
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

function areDifferent(a: RoleNames, b: RoleNames): boolean {
  return ROLES.some((role) => a[role] !== b[role]);
}

/** Stores the new fingerprint in the transaction that sets the new passwords, so that the two always agree. */
async function replaceFingerprint(client: pg.Client, { fingerprint: kept }: State, fingerprint: Buffer): Promise<void> {
  if (kept !== null) await client.query('update public.installation set secret_fingerprint = $1', [fingerprint]);
}

async function saveInstallation(
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
