/** Keeps accounts, passwords and session tokens with better-auth, in schema `auth` with its own login; better-auth's routes are not used. */
import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { uuidv7 } from 'uuidv7';
import { type AuthDb, openAuthDb } from '#db/core/auth-db.ts';
import type { Heartbeat } from '#db/core/connection/heartbeat.ts';
import type { Naming } from '#db/core/db.ts';
import { demandNewPassword, insertAccount, passwordHashOf, replaceOneTimePassword } from '#db/sign-in/accounts.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import type { Instant } from '#rules/time/interval.ts';
import { tokenInCookie } from './session-cookie-seal.ts';

export interface AuthSettings {
  /** `postgres://…` of the login `oto_auth`. */
  readonly url: string;
  /** The most connections at once; five if left out. */
  readonly connections?: number;
  /** The keys of session cookies: the current key signs, and cookies of the previous key stay valid. */
  readonly cookieKeys: readonly [string, ...string[]];
  readonly hostNow: () => Instant;
  readonly heartbeat?: Heartbeat | null;
  readonly naming?: Naming;
  readonly onError: (error: Error) => void;
}

export interface Auth {
  readonly db: AuthDb;
  readonly accounts: Accounts;
  /** Returns a keyed hash of 32 bytes, so that sign-in tries are counted without storing addresses. */
  readonly meterKey: (text: string) => Buffer;
  close(): Promise<void>;
}

/** Creates the accounts' store. The first query opens the first connection. */
export function createAuth({ cookieKeys, hostNow, connections, ...connecting }: AuthSettings): Auth {
  const db = openAuthDb({ ...connecting, ...(connections && { max: connections }) });
  const [secret] = cookieKeys;
  const at = () => new Date(hostNow());
  const { api } = betterAuthOn(db, secret, () => new Date(hostNow() + UNCONFIRMED_MS));

  const accounts: Accounts = {
    async open(email, password) {
      try {
        const { headers, response } = await api.signInEmail({ body: { email, password }, returnHeaders: true });
        const { id, kind, name, brandId, storeId, personId, mustChangePassword, active } = response.user;
        const account = {
          id,
          kind: kindOf(kind),
          name,
          email: response.user.email,
          brandId: brandId ?? null,
          storeId: storeId ?? null,
          personId: personId ?? null,
          mustChangePassword,
          active,
        };
        return { account, token: response.token, cookie: cookieIn(headers) };
      } catch (error) {
        if (error instanceof APIError && error.statusCode === 401) return null;
        throw error;
      }
    },
    async verify(accountId, password) {
      const hash = await passwordHashOf(db, accountId);
      return hash !== null && verifyPassword({ hash, password });
    },
    demandNewPassword: (accountId) => demandNewPassword(db, accountId, at()),
    async replaceOneTimePassword(accountId, password) {
      return replaceOneTimePassword(db, accountId, await hashPassword(password), at());
    },
    hash: (password) => hashPassword(password),
    async create({ password, ...account }) {
      const row = { ...account, id: uuidv7(), email: account.email.toLowerCase() };
      return (await insertAccount(db, row, await hashPassword(password), at())) ? row.id : null;
    },
    tokenOf: (cookie) => tokenInCookie(cookie, cookieKeys),
  };

  const meterKey = (text: string) => createHmac('sha256', secret).update(`tries ${text}`).digest();
  return { db, accounts, meterKey, close: db.close };
}

const UNCONFIRMED_MS = 300_000;

/**
 * Configures better-auth. A session that better-auth opens is not valid and ends in five minutes unless `db/sign-in/sessions.ts`
 * confirms it, because lifetimes differ by kind of account and use the host's clock. The throttle, the origin check and the
 * cookie attributes are our own code, so better-auth's are off.
 */
function betterAuthOn(db: AuthDb, secret: string, expiresAt: () => Date) {
  const field = { input: false } as const;
  return betterAuth({
    database: { db: db.plain, type: 'postgres', schemaName: 'auth' },
    // A list, because a variable of the environment would override a single secret.
    secrets: [{ version: 1, value: secret }],
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 200 },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, expiresAt: expiresAt() } }) } },
    },
    session: {
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { deviceKey: { type: 'string', defaultValue: '', ...field } },
    },
    user: {
      additionalFields: {
        kind: { type: 'string', ...field },
        brandId: { type: 'string', required: false, ...field },
        storeId: { type: 'string', required: false, ...field },
        personId: { type: 'string', required: false, ...field },
        mustChangePassword: { type: 'boolean', defaultValue: false, ...field },
        active: { type: 'boolean', defaultValue: true, ...field },
      },
    },
    advanced: {
      database: { generateId: () => uuidv7() },
      ipAddress: { disableIpTracking: true },
      disableOriginCheck: true,
      disableCSRFCheck: true,
      useSecureCookies: false,
    },
  });
}

/** Returns the value of the session cookie that better-auth set: token and signature. */
function cookieIn(headers: Headers): string {
  const [, value] = /^[^=;]*session_token=([^;]+)/.exec(headers.getSetCookie()[0] ?? '') ?? [];
  if (value === undefined) throw new Error('better-auth opened a session without setting its cookie');
  return decodeURIComponent(value);
}

function kindOf(kind: string): 'store' | 'person' | 'support' {
  if (kind === 'store' || kind === 'person' || kind === 'support') return kind;
  throw new Error(`The account's kind ${kind} is unknown`);
}
