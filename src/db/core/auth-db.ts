/** The way to schema `auth`: accounts, sessions, known devices and tries, by a login that sees nothing else. */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { GuardedPool, type PoolSettings } from '#db/core/connection/guarded-pool.ts';
import type { Naming } from './db.ts';

/** Named as better-auth names them, in the database too: no plugin renames them. Instants are `Date`, as it expects. */
export interface AuthTables {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly emailVerified: boolean;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    readonly kind: 'store' | 'person' | 'support';
    readonly brandId: string | null;
    readonly storeId: string | null;
    readonly personId: string | null;
    readonly mustChangePassword: boolean;
    readonly active: boolean;
  };
  readonly session: {
    readonly id: string;
    readonly token: string;
    readonly userId: string;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    readonly expiresAt: Date;
    readonly deviceKey: string;
  };
  readonly account: {
    readonly id: string;
    readonly userId: string;
    readonly providerId: string;
    readonly accountId: string;
    readonly password: string | null;
    readonly createdAt: Date;
    readonly updatedAt: Date;
  };
  readonly known_devices: { readonly user_id: string; readonly device_key: string; readonly seen_at: Date };
  readonly throttles: { readonly key: Buffer; readonly paid_until: Date };
}

export interface AuthDb {
  /** Every table of it lies in schema `auth`. */
  readonly q: Kysely<AuthTables>;
  /** As above but naming no schema, for better-auth, which names it itself. */
  readonly plain: Kysely<AuthTables>;
  /** One statement, parsed by each connection once. */
  run<R extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<R[]>;
  /** As `Database.isQueueTooLong`. */
  isQueueTooLong(): boolean;
  close(): Promise<void>;
}

/** `url`: `postgres://…` of the login `oto_auth`. Nothing is connected until first used. */
export function openAuthDb({ url, max = 5, naming = 'named', ...guard }: Settings): AuthDb {
  const pool = new GuardedPool({ connectionString: url, max, ...guard });
  const plain = new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool: asPool(pool) }) });
  return {
    q: plain.withSchema('auth'),
    plain,
    run: async <R extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) => {
      const client = await pool.connect();
      let lost: Error | undefined;
      try {
        return (await client.query<R>(naming === 'named' ? { name, text, values } : { text, values })).rows;
      } catch (error) {
        // As the driver's own `pool.query`: a connection on which something failed is not used again.
        lost = error as Error;
        throw error;
      } finally {
        pool.release(client, lost);
      }
    },
    isQueueTooLong: () => pool.isQueueTooLong(),
    // Kysely ends the pool only where Kysely was used: `run` does without.
    close: () => pool.end(),
  };
}

/** As Kysely takes a pool: a connection gives itself back. */
function asPool(pool: GuardedPool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      return {
        query: client.query.bind(client) as PostgresPoolClient['query'],
        release: () => pool.release(client),
      };
    },
    end: () => pool.end(),
    options: {},
  };
}

interface Settings extends Pick<PoolSettings, 'onError' | 'heartbeat'> {
  readonly url: string;
  readonly max?: number;
  readonly naming?: Naming;
}
