/** Moves a database's rights from a login's former name to its present one. */
import type pg from 'pg';

/** Gives `to` every right in this database that `from` has; nothing where there is no login `from`. */
export async function copyRights(client: pg.Client, from: string, to: string): Promise<void> {
  for (const right of await rightsOf(client, from))
    await client.query(`grant ${right} to ${client.escapeIdentifier(to)}`);
}

/**
 * Takes the rights of logins that nobody is connected to this database with, so that a server of an earlier version serves on
 * until it is restarted. Answers those that keep their rights for now.
 */
export async function retireLogins(client: pg.Client, logins: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const login of new Set(logins)) {
    const { rows } = await client.query(
      'select from pg_stat_activity where datname = current_database() and usename = $1 limit 1',
      [login],
    );
    if (rows.length > 0) {
      kept.push(login);
      continue;
    }
    for (const right of await rightsOf(client, login))
      await client.query(`revoke ${right} from ${client.escapeIdentifier(login)}`);
  }
  return kept;
}

/** As the middle of a GRANT: `SELECT on table public.brands`. */
async function rightsOf(client: pg.Client, login: string): Promise<string[]> {
  const { rows } = await client.query<{ right: string }>(
    `with login as (select oid from pg_catalog.pg_roles where rolname = $1)
     select format('%s on table %s', g.privilege_type, c.oid::regclass) as right
       from pg_class c, aclexplode(c.relacl) g, login where g.grantee = login.oid and c.relkind in ('r', 'p', 'v', 'm')
     union all select format('%s (%I) on table %s', g.privilege_type, a.attname, a.attrelid::regclass)
       from pg_attribute a, aclexplode(a.attacl) g, login where g.grantee = login.oid
     union all select format('%s on function %s', g.privilege_type, p.oid::regprocedure)
       from pg_proc p, aclexplode(p.proacl) g, login where g.grantee = login.oid
     union all select format('%s on schema %I', g.privilege_type, n.nspname)
       from pg_namespace n, aclexplode(n.nspacl) g, login where g.grantee = login.oid`,
    [login],
  );
  return rows.map(({ right }) => right);
}
