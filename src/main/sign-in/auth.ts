/** Keeps accounts, passwords and session tokens with better-auth, in schema `auth` with its own login; better-auth's routes are not used. */
import { createHmac } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { uuidv7 } from 'uuidv7';
import { type AuthDb, openAuthDb } from '#db/core/auth-db.ts';
import type { Heartbeat } from '#db/core/connection/heartbeat.ts';
import type { Naming } from '#db/core/db.ts';
import { replacePassword } from '#db/sign-in/account/account-sessions.ts';
import {
  demandNewPassword,
  insertAccount,
  isAccountDeleted,
  passwordHashOf,
  replaceOneTimePassword,
} from '#db/sign-in/accounts.ts';
import { findAccount } from '#db/sign-in/second-factor.ts';
import type { Account, Accounts } from '#flows/people/accounts.ts';
import type { SecondFactors } from '#flows/people/second-factors.ts';
import type { Instant } from '#rules/time/interval.ts';
import { createBetterAuth } from './better-auth.ts';
import { secondFactorsOn } from './second-factors.ts';
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
  readonly secondFactors: SecondFactors;
  /** Returns a keyed hash of 32 bytes, so that sign-in tries are counted without storing addresses. */
  readonly meterKey: (text: string) => Buffer;
  close(): Promise<void>;
}

/** Creates the accounts' store. The first query opens the first connection. */
export function createAuth({ cookieKeys, hostNow, connections, ...connecting }: AuthSettings): Auth {
  const db = openAuthDb({ ...connecting, ...(connections && { max: connections }) });
  const [secret] = cookieKeys;
  const at = () => new Date(hostNow());
  const betterAuth = createBetterAuth(db, cookieKeys, hostNow);

  const accounts: Accounts = {
    async open(email, password) {
      try {
        const answer = await betterAuth.api.signInEmail({ body: { email, password }, returnHeaders: true });
        const { headers, response } = answer;
        if ('twoFactorRedirect' in response) {
          const account = await findAccount(db, email.toLowerCase());
          return account && { account, challenge: cookieIn(headers, 'two_factor') };
        }
        return { account: accountOf(response.user), token: response.token, cookie: cookieIn(headers, 'session_token') };
      } catch (error) {
        if (error instanceof APIError && error.statusCode === 401) return null;
        // The account was deleted after its password was read.
        if (isAccountDeleted(error)) return null;
        throw error;
      }
    },
    async verify(accountId, password) {
      const hash = await passwordHashOf(db, accountId);
      return hash !== null && verifyPassword({ hash, password });
    },
    demandNewPassword: (accountId) => demandNewPassword(db, accountId, at()),
    async giveOneTimePassword(accountId, password) {
      await demandNewPassword(db, accountId, at(), await hashPassword(password));
    },
    async changePassword(accountId, keptSessionId, password) {
      const passwordHash = await hashPassword(password);
      await replacePassword(db, { accountId, keptSessionId, passwordHash, at: at() });
    },
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
  const secondFactors = secondFactorsOn(betterAuth, db, cookieKeys);
  return { db, accounts, secondFactors, meterKey, close: db.close };
}

/** Returns the value of the cookie that better-auth set under this name: its content and a signature. */
function cookieIn(headers: Headers, name: 'session_token' | 'two_factor'): string {
  for (const line of headers.getSetCookie()) {
    const [, found, value] = /^[^=;]*?(session_token|two_factor)=([^;]+)/.exec(line) ?? [];
    if (found === name && value !== undefined) return decodeURIComponent(value);
  }
  throw new Error(`better-auth accepted a password without setting its cookie ${name}`);
}

interface User extends Omit<Account, 'kind' | 'brandId' | 'storeId' | 'personId'> {
  readonly kind: string;
  readonly brandId?: string | null | undefined;
  readonly storeId?: string | null | undefined;
  readonly personId?: string | null | undefined;
}

function accountOf({ id, kind, name, email, brandId, storeId, personId, mustChangePassword, active }: User): Account {
  return {
    ...{ id, kind: kindOf(kind), name, email, mustChangePassword, active },
    ...{ brandId: brandId ?? null, storeId: storeId ?? null, personId: personId ?? null },
  };
}

function kindOf(kind: string): 'store' | 'person' | 'support' {
  if (kind === 'store' || kind === 'person' || kind === 'support') return kind;
  throw new Error(`The account's kind ${kind} is unknown`);
}
