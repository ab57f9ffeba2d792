/** Moves a database's rights from a login's former name to its present name. */
import type pg from 'pg';

/** Gives `to` every right in this database that `from` has. Does nothing if there is no login `from`. */
export async function copyRights(client: pg.Client, from: string, to: string): Promise<void> {
  for (const right of await rightsOf(client, from))
    await client.query(`grant ${right} to ${client.escapeIdentifier(to)}`);
}

/**
 * Revokes the rights of those logins with which nobody is connected to this database, so that a server of an earlier
 * version works until it is restarted. Returns the logins that keep their rights for now.
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

/** Lists a login's rights, each as the middle part of a GRANT: `SELECT on table public.brands`. */
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
