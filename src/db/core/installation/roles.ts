/** Creates the logins that the servers use: neither owns a table, and neither can bypass row-level security. */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { Reads } from '#db/core/db.ts';
import { InstallationFault } from './installation-fault.ts';
import { databaseOf, ROLES, type Role, type RoleNames, roleNamesOf } from './role-names.ts';

/** Timeouts of the logins. A slower request has failed, and an idle transaction would keep its locks. */
const SETTINGS: Record<Role, Record<string, string>> = {
  oto_runtime: {
    statement_timeout: '10s',
    lock_timeout: '5s',
    idle_in_transaction_session_timeout: '15s',
    timezone: 'UTC',
  },
  oto_auth: {
    statement_timeout: '10s',
    idle_in_transaction_session_timeout: '15s',
    timezone: 'UTC',
    search_path: 'auth',
  },
};

export interface Logins {
  readonly ownerUrl: string;
  /** OTO_SECRET, from which the passwords derive. */
  readonly secret: string;
  /** Addresses of logins that an administrator manages; null for a login that this program manages. */
  readonly given: Readonly<Record<Role, string | null>>;
  /** The names of the logins; without it, the names that `roleNamesOf` gives for the owner's database. */
  readonly names?: RoleNames;
}

export interface EnsureOptions {
  /** Sets the passwords of existing logins again. Without `rotate` no password is ever changed. */
  readonly rotate?: boolean;
  /** Runs in the transaction that creates or changes the logins. */
  readonly also?: (client: pg.Client) => Promise<void>;
}

/**
 * Creates the missing logins, as the owner, before the migrations, which grant rights to them. An existing login keeps
 * its password unless `rotate` is set. Logins that an administrator manages are not changed, but their roles must
 * exist. Throws `InstallationFault` if a login is missing or the owner may not create it.
 */
export async function ensureRoles(logins: Logins, options: EnsureOptions = {}): Promise<void> {
  const client = new pg.Client({ connectionString: logins.ownerUrl });
  await client.connect();
  try {
    for (let tries = 1; !(await ensureOnce(client, logins, options)); tries += 1) {
      if (tries === MOST_TRIES)
        throw new Error(
          'Other programs keep changing the roles of this database server: start again when they have finished',
        );
    }
  } finally {
    await client.end();
  }
}

export function namesOf({ ownerUrl, names }: Logins): RoleNames {
  return names ?? roleNamesOf(databaseOf(ownerUrl));
}

/**
 * Returns the address with which `role` signs in: the given address, else the owner's with the role's name and derived
 * password.
 */
export function urlOf(role: Role, logins: Logins): string {
  const { ownerUrl, secret, given } = logins;
  if (given[role] !== null) return given[role];
  const name = namesOf(logins)[role];
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = passwordOf(secret, name);
  return url.href;
}

/**
 * Returns the ways in which the runtime login could bypass row-level security, as sentences; an empty list if there is
 * none.
 */
export async function findBypasses(database: Reads): Promise<string[]> {
  return database.readOutside(async (db) => {
    const { rows } = await sql<Powers>`
      select role.rolsuper as "isSuperuser", role.rolbypassrls as "bypasses",
        exists (select from pg_class where relowner = role.oid) as "ownsTables",
        pg_has_role(role.oid, database.datdba, 'member') as "isOwner",
        exists (
          select from pg_class t join pg_attribute c on c.attrelid = t.oid
          where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and c.attname = 'brand_id'
            and not (t.relrowsecurity and t.relforcerowsecurity)
        ) as "anyTableOpen"
      from pg_roles role, pg_database database
      where role.rolname = current_user and database.datname = current_database()`.execute(db.q);
    const powers = rows[0];
    if (powers === undefined) return ['The runtime login is not listed among the roles'];
    return Object.entries(SENTENCES).flatMap(([power, sentence]) => (powers[power as keyof Powers] ? [sentence] : []));
  });
}

const SENTENCES = {
  isSuperuser: 'The runtime login is a superuser',
  bypasses: 'The runtime login bypasses row-level security',
  ownsTables: 'The runtime login owns tables',
  isOwner: "The runtime login is the database's owner or its member",
  anyTableOpen: 'A table of brands is without forced row-level security',
};
type Powers = Record<keyof typeof SENTENCES, boolean>;

const MOST_TRIES = 50;

/**
 * Ensures the roles once. Returns false if another program changed the same roles at the same time, so that the caller
 * tries again. Roles belong to the whole database server.
 */
async function ensureOnce(
  client: pg.Client,
  logins: Logins,
  { rotate = false, also }: EnsureOptions,
): Promise<boolean> {
  const names = namesOf(logins);
  await client.query('begin');
  try {
    for (const role of ROLES) {
      const name = names[role];
      const existing = await settingsOf(client, name);
      if (logins.given[role] === null) {
        await ensureRole(client, role, name, existing, rotate, passwordOf(logins.secret, name));
      } else if (existing === null) {
        throw new InstallationFault(
          `The role ${name} is missing. Create it, and let the login you gave be it or its member.`,
        );
      }
    }
    await revokeTemporary(client, names);
    await also?.(client);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    if (isConcurrentChange(error)) return false;
    throw error;
  }
}

/** Whether two programs created the same role, or changed the same row of the catalogue, at the same time. */
function isConcurrentChange(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.code === '23505' || error.code === '42710' || error.message === 'tuple concurrently updated';
}

/** Returns the role's settings, each as `setting=value`; null if there is no such role. */
async function settingsOf(client: pg.Client, name: string): Promise<readonly string[] | null> {
  const { rows } = await client.query<{ settings: string[] }>(
    `select coalesce(rolconfig, '{}') as settings from pg_roles where rolname = $1`,
    [name],
  );
  return rows[0]?.settings ?? null;
}

async function ensureRole(
  client: pg.Client,
  role: Role,
  name: string,
  existing: readonly string[] | null,
  rotate: boolean,
  password: string,
): Promise<void> {
  try {
    if (existing === null || rotate) {
      const verifier = client.escapeLiteral(scramVerifier(password, name));
      await client.query(`${existing === null ? 'create' : 'alter'} role ${name} login password ${verifier}`);
    }
    for (const [setting, value] of Object.entries(SETTINGS[role])) {
      if (!existing?.some((known) => known.toLowerCase() === `${setting}=${value}`.toLowerCase())) {
        await client.query(`alter role ${name} set ${setting} to '${value}'`);
      }
    }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    throw new InstallationFault(
      describeMissingRight(client.user ?? 'of DATABASE_URL', existing === null ? 'create' : 'change', name),
    );
  }
}

function describeMissingRight(owner: string, what: 'create' | 'change', name: string): string {
  return (
    `The owner ${owner} may not ${what} the login ${name}: let an administrator run ` +
    `\`alter role "${owner}" createrole\`, or make the logins yourself and give DATABASE_RUNTIME_URL and DATABASE_AUTH_URL.`
  );
}

/**
 * Revokes the right to create temporary objects, which PostgreSQL grants to everybody in a new database. A copy made
 * from a dump or a template loses this revocation, so each start repeats it where needed, instead of a migration.
 */
async function revokeTemporary(client: pg.Client, names: RoleNames): Promise<void> {
  const logins = ROLES.map((role) => names[role]).join(', ');
  await client.query(`do $$ begin
    if exists (select from pg_catalog.pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
               where d.datname = current_database() and a.privilege_type = 'TEMPORARY' and a.grantee <> d.datdba)
    then
      execute format('revoke temporary on database %I from public, ${logins}', current_database());
    end if;
  end $$`);
}

function passwordOf(secret: string, name: string): string {
  return createHmac('sha256', secret).update(`login ${name}`).digest('hex');
}

/**
 * Computes the SCRAM verifier (RFC 5803) that is sent instead of the password, so that no log of the server contains
 * the password.
 */
function scramVerifier(password: string, name: string): string {
  const iterations = 4096;
  const salt = createHmac('sha256', password).update(name).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const key = (purpose: string) => createHmac('sha256', salted).update(purpose).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
