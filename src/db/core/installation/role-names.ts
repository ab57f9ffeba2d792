/** Names an installation's logins, so that two installations on one PostgreSQL server have different logins. */
import { createHash } from 'node:crypto';

/**
 * The role of a login, by its name in migrations: `oto_auth` serves the sign-in, `oto_runtime` serves everything else.
 */
export type Role = 'oto_runtime' | 'oto_auth';

export type RoleNames = Readonly<Record<Role, string>>;

export const ROLES: readonly Role[] = ['oto_runtime', 'oto_auth'];

/** The names in the database `oto`, and in every database of an older version. */
export const PLAIN_NAMES: RoleNames = { oto_runtime: 'oto_runtime', oto_auth: 'oto_auth' };

/** PostgreSQL cuts a name after 63 bytes; `oto_runtime_` takes twelve. */
const LONGEST_SUFFIX = 48;

/**
 * Returns the names for the database `database`: plain names for `oto`, else with the database's name appended. A name
 * that would be too long, or would need quotes, ends with a digest, so that no two databases share a login.
 */
export function roleNamesOf(database: string): RoleNames {
  if (database === 'oto') return PLAIN_NAMES;
  const suffix = /^[a-z0-9_]+$/.test(database) && database.length <= LONGEST_SUFFIX ? database : shortenName(database);
  return { oto_runtime: `oto_runtime_${suffix}`, oto_auth: `oto_auth_${suffix}` };
}

/** Replaces the names `oto_runtime` and `oto_auth` of a migration with the logins' names in this database. */
export function withRoleNames(sql: string, names: RoleNames): string {
  return sql.replace(/\b(oto_runtime|oto_auth)\b/g, (role) => names[role as Role]);
}

/**
 * Returns the database that a `postgres://…` address names; without a path, libpq's rule applies: the database has the
 * user's name.
 */
export function databaseOf(url: string): string {
  const { pathname, username } = new URL(url);
  return decodeURIComponent(pathname.slice(1) || username);
}

function shortenName(database: string): string {
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 8);
  const plain = database.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return `${plain.slice(0, LONGEST_SUFFIX - digest.length - 1)}_${digest}`;
}
