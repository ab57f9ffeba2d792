/** The way to schema `auth`: accounts, sessions, known devices and tries, by a login that sees nothing else. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Named as better-auth names them; instants are `Date` on this connection, as it expects. */
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
  close(): Promise<void>;
}

/** `url`: `postgres://…` of the login `oto_auth`. Nothing is connected until first used. */
export function openAuthDb({ url, max = 5, onError }: Settings): AuthDb {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 });
  pool.on('error', onError);
  const plain = new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    q: plain.withSchema('auth'),
    plain,
    run: async <R extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
      (await pool.query<R>({ name, text, values })).rows,
    // Kysely ends the pool only where Kysely was used: `run` does without.
    close: () => pool.end(),
  };
}

interface Settings {
  readonly url: string;
  readonly max?: number;
  readonly onError: (error: Error) => void;
}
