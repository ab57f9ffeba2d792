/** The logins everything is served as: neither owns a table, neither can pass by row-level security. */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { Reads } from './db.ts';

/** `oto_runtime` serves everything but sign-in; `oto_auth` sees the schema `auth` alone. */
export type Role = 'oto_runtime' | 'oto_auth';

/** A request that takes longer has gone wrong; one that waits in a transaction holds others up. */
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
  /** OTO_SECRET: the passwords derive from it. */
  readonly secret: string;
  /** Addresses of logins that somebody else manages; null for ours. */
  readonly given: Readonly<Record<Role, string | null>>;
}

/**
 * Makes the logins or sets their passwords anew, as the owner. Before the migrations, which grant to them.
 * Logins from outside are left alone, but the roles must be there: throws a sentence where one is not.
 */
export async function ensureRoles(logins: Logins): Promise<void> {
  const client = new pg.Client({ connectionString: logins.ownerUrl });
  await client.connect();
  try {
    for (let tries = 1; !(await madeAlone(client, logins)); tries += 1) {
      if (tries === MOST_TRIES) throw new Error('Other programs keep changing the roles of this server');
    }
  } finally {
    await client.end();
  }
}

/** Where `role` signs in: the given address, else the owner's with the derived password. */
export function urlOf(role: Role, { ownerUrl, secret, given }: Logins): string {
  if (given[role] !== null) return given[role];
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = passwordOf(secret, role);
  return url.href;
}

/** Ways in which the runtime login could pass by row-level security, as sentences; none where all is well. */
export async function bypasses(database: Reads): Promise<string[]> {
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
 * PostgreSQL lets everybody make temporary objects in a new database. Neither a dump nor a template carries the refusal to
 * a copy, so no migration does this: each start does, where it is still needed.
 */
export const REVOKE_TEMPORARY = `do $$ begin
  if exists (select from pg_catalog.pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
             where d.datname = current_database() and a.privilege_type = 'TEMPORARY' and a.grantee <> d.datdba)
  then
    execute format('revoke temporary on database %I from public, oto_runtime, oto_auth', current_database());
  end if;
end $$`;

/** False where another program was at the same roles, which are those of all databases of a server: once more. */
async function madeAlone(client: pg.Client, { secret, given }: Logins): Promise<boolean> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'oto\\_%'`,
    );
    const existing = new Set(rows.map(({ rolname }) => rolname));
    for (const role of ['oto_runtime', 'oto_auth'] as const) {
      if (given[role] === null) await make(client, role, existing.has(role), passwordOf(secret, role));
      else if (!existing.has(role)) {
        throw new Error(`The role ${role} is missing. Create it, and let the login you gave be it or its member.`);
      }
    }
    await client.query(REVOKE_TEMPORARY);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    if (isOfTwoAtOnce(error)) return false;
    throw error;
  }
}

/** Made by both, or one row of the catalogue changed by both. */
function isOfTwoAtOnce(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.code === '23505' || error.code === '42710' || error.message === 'tuple concurrently updated';
}

async function make(client: pg.Client, role: Role, exists: boolean, password: string): Promise<void> {
  const verifier = client.escapeLiteral(scramVerifier(password, role));
  await client.query(`${exists ? 'alter' : 'create'} role ${role} login password ${verifier}`);
  for (const [setting, value] of Object.entries(SETTINGS[role])) {
    await client.query(`alter role ${role} set ${setting} to '${value}'`);
  }
}

function passwordOf(secret: string, role: Role): string {
  return createHmac('sha256', secret).update(`login ${role}`).digest('hex');
}

/** Sent in the place of the password (RFC 5803's form), so that no log of the server ever holds it. */
function scramVerifier(password: string, role: Role): string {
  const iterations = 4096;
  const salt = createHmac('sha256', password).update(role).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
