/** Configures better-auth, whose routes are not used: our own code calls its functions. */
import { betterAuth } from 'better-auth';
import { uuidv7 } from 'uuidv7';
import type { AuthDb } from '#db/core/auth-db.ts';
import { CHALLENGE_MS } from '#rules/sign-in/second-factor.ts';
import type { Instant } from '#rules/time/interval.ts';
import { encryptionKeys, secondFactorPlugin } from './second-factor-plugin.ts';

const UNCONFIRMED_MS = 300_000;

/**
 * Configures better-auth. A session that better-auth opens is not valid and ends in five minutes unless `db/sign-in/sessions.ts`
 * confirms it, because lifetimes differ by kind of account and use the host's clock. The throttle, the origin check and the
 * cookie attributes are our own code, so better-auth's are off.
 */
export function createBetterAuth(db: AuthDb, cookieKeys: readonly string[], hostNow: () => Instant) {
  const challengeEnd = () => new Date(hostNow() + CHALLENGE_MS);
  const expiresAt = () => new Date(hostNow() + UNCONFIRMED_MS);
  const field = { input: false } as const;
  return betterAuth({
    plugins: [secondFactorPlugin()],
    database: { db: db.plain, type: 'postgres', schemaName: 'auth' },
    // A list, because a variable of the environment would override a single secret.
    secrets: encryptionKeys(cookieKeys),
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 200 },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, expiresAt: expiresAt() } }) } },
      verification: { create: { before: async (row) => ({ data: { ...row, expiresAt: challengeEnd() } }) } },
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
