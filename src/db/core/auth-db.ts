/**
 * Opens the pool for schema `auth`: accounts, sessions, known devices and sign-in tries. Its login has rights on no
 * other schema.
 */
import { type Generated, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { GuardedPool, type PoolSettings } from '#db/core/connection/guarded-pool.ts';
import type { Naming } from './db.ts';

/**
 * The tables of schema `auth`. better-auth chose the column names, so no plugin renames them; instants are `Date`, as
 * better-auth expects.
 */
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
    readonly twoFactorEnabled: Generated<boolean>;
    readonly language: Generated<'pt-BR' | 'en' | 'es' | null>;
    readonly mailsOff: Generated<string[]>;
  };
  readonly session: {
    readonly id: string;
    readonly token: string;
    readonly userId: string;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    readonly expiresAt: Date;
    readonly deviceKey: string;
    readonly browser: string | null;
    readonly system: string | null;
    readonly confirmedAt: Date | null;
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
  readonly verification: { readonly identifier: string; readonly value: string; readonly expiresAt: Date };
  readonly twoFactor: {
    readonly id: string;
    readonly userId: string;
    readonly secret: string;
    readonly backupCodes: string;
    readonly verified: boolean;
  };
  readonly second_factor_steps: { readonly user_id: string; readonly step: number };
  readonly second_factor_removals: {
    readonly id: string;
    readonly user_id: string;
    readonly removed_by: string;
    readonly reason: string;
    readonly removed_at: Date;
  };
  readonly known_devices: { readonly user_id: string; readonly device_key: string; readonly seen_at: Date };
  readonly wrong_passwords: {
    readonly account_id: string;
    readonly wrong: number;
    readonly since: Date;
    readonly last_at: Date;
  };
  readonly throttles: { readonly key: Buffer; readonly paid_until: Date };
  readonly links: {
    readonly id: string;
    readonly token_hash: Buffer;
    readonly purpose: 'first_support' | 'invitation' | 'reset';
    readonly kind: 'store' | 'person' | 'support';
    readonly account_id: string | null;
    readonly name: string | null;
    readonly email: string | null;
    readonly brand_id: string | null;
    readonly person_id: string | null;
    readonly created_by: string | null;
    readonly created_at: Date;
    readonly expires_at: Date;
    readonly used_at: Date | null;
  };
  readonly outgoing_mails: {
    readonly id: Generated<string>;
    readonly account_id: string;
    readonly kind: string;
    readonly brand_id: Generated<string | null>;
    readonly ticket_id: Generated<string | null>;
    readonly policy_revision: Generated<number | null>;
    readonly week_on: Generated<string | null>;
    readonly queued_at: Date;
    readonly next_try_at: Date;
    readonly tries: Generated<number>;
  };
}

export interface AuthDb {
  /** Queries on schema `auth`. */
  readonly q: Kysely<AuthTables>;
  /** Queries without a schema name, for better-auth, which adds the schema itself. */
  readonly plain: Kysely<AuthTables>;
  /** Runs one prepared statement. Each connection parses the statement once. */
  run<R extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<R[]>;
  /** Same meaning as `Database.isQueueTooLong`. */
  isQueueTooLong(): boolean;
  close(): Promise<void>;
}

/** Opens the pool. `url`: `postgres://…` of the login `oto_auth`. The first query connects. */
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
        // The pool closes a connection on which a statement failed, as the driver's own `pool.query` does.
        lost = error as Error;
        throw error;
      } finally {
        pool.release(client, lost);
      }
    },
    isQueueTooLong: () => pool.isQueueTooLong(),
    // Kysely's own `destroy` would end the pool only after Kysely was used, and `run` does not use Kysely.
    close: () => pool.end(),
  };
}

/** Adapts `GuardedPool` to Kysely's interface of a pool, in which a connection releases itself. */
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
