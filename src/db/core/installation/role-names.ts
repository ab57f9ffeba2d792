/** How an installation's logins are called: two installations on one cluster have logins of their own. */
import { createHash } from 'node:crypto';

/** What a login is for, and how it is called in migrations: `oto_runtime` serves everything but sign-in, `oto_auth` sign-in. */
export type Role = 'oto_runtime' | 'oto_auth';

export type RoleNames = Readonly<Record<Role, string>>;

export const ROLES: readonly Role[] = ['oto_runtime', 'oto_auth'];

/** In the database `oto`, and in every database of an older version. */
export const PLAIN_NAMES: RoleNames = { oto_runtime: 'oto_runtime', oto_auth: 'oto_auth' };

/** PostgreSQL cuts a name after 63 bytes; `oto_runtime_` takes twelve. */
const LONGEST_SUFFIX = 48;

/**
 * The names for the database `database`: plain for `oto`, else with the database's name behind them. Names that would be
 * too long, or would need quotes, end with a digest, so that no two databases share them.
 */
export function roleNamesOf(database: string): RoleNames {
  if (database === 'oto') return PLAIN_NAMES;
  const suffix = /^[a-z0-9_]+$/.test(database) && database.length <= LONGEST_SUFFIX ? database : shortened(database);
  return { oto_runtime: `oto_runtime_${suffix}`, oto_auth: `oto_auth_${suffix}` };
}

/** Migrations say `oto_runtime` and `oto_auth`; the database hears the names that these logins have there. */
export function withRoleNames(sql: string, names: RoleNames): string {
  return sql.replace(/\b(oto_runtime|oto_auth)\b/g, (role) => names[role as Role]);
}

/** The database that a `postgres://…` address names; libpq's rule: without one, that of the user's name. */
export function databaseOf(url: string): string {
  const { pathname, username } = new URL(url);
  return decodeURIComponent(pathname.slice(1) || username);
}

function shortened(database: string): string {
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 8);
  const plain = database.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return `${plain.slice(0, LONGEST_SUFFIX - digest.length - 1)}_${digest}`;
}
