/**
 * Keeps second factors with better-auth's plugin `twoFactor`. Secrets and recovery codes are encrypted under the keys of
 * session cookies, which are not in the database.
 */
import { timingSafeEqual } from 'node:crypto';
import { createOTP } from '@better-auth/utils/otp';
import { APIError } from 'better-auth/api';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { AuthDb } from '#db/core/auth-db.ts';
import { isAccountDeleted } from '#db/sign-in/accounts.ts';
import { findSecondFactor, replaceStoredTexts, type StoredSecondFactor } from '#db/sign-in/second-factor.ts';
import type { NewSecondFactor, SecondFactors } from '#flows/people/second-factors.ts';
import { acceptedSteps } from '#rules/sign-in/second-factor.ts';
import type { createBetterAuth } from './better-auth.ts';
import { drawRecoveryCodes, encryptionKeys } from './second-factor-plugin.ts';
import { sealToken, tokenInCookie } from './session-cookie-seal.ts';

type BetterAuth = ReturnType<typeof createBetterAuth>;

/**
 * Creates the store. Codes are checked here and not by the plugin's own route: that route reads its own clock, and accepts
 * the same code for a minute and a half.
 */
export function secondFactorsOn(
  { api, $context }: BetterAuth,
  db: AuthDb,
  cookieKeys: readonly [string, ...string[]],
): SecondFactors {
  const [key] = cookieKeys;
  const texts = encryptedTexts($context, cookieKeys);
  const codesOf = async (stored: StoredSecondFactor): Promise<string[]> =>
    JSON.parse(await texts.decrypt(stored.recoveryCodes));
  return {
    challengeOf: (cookie) => tokenInCookie(cookie, cookieKeys),
    begin: (token, password) => beginBy(api, sealToken(token, key), password),
    async findStep(accountId, code, now) {
      const stored = await findSecondFactor(db, accountId);
      if (!stored) return null;
      const { hotp } = createOTP(await texts.decrypt(stored.secret));
      let found: number | null = null;
      for (const step of acceptedSteps(now)) if (isSame(await hotp(step), code)) found = step;
      if (found !== null && !texts.isCurrent(stored.secret)) {
        const [secret, recoveryCodes] = [await texts.renew(stored.secret), await texts.renew(stored.recoveryCodes)];
        await replaceStoredTexts(db, accountId, stored, { secret, recoveryCodes });
      }
      return found;
    },
    async open(challenge, accountId) {
      const { internalAdapter } = await $context;
      const spent = await internalAdapter.consumeVerificationValue(challenge);
      if (spent?.value !== accountId) return null;
      const session = await internalAdapter.createSession(accountId).catch(nullIfDeleted);
      return session && { token: session.token, cookie: sealToken(session.token, key) };
    },
    async spendRecoveryCode(accountId, code) {
      const stored = await findSecondFactor(db, accountId);
      if (!stored?.confirmed) return false;
      const codes = await codesOf(stored);
      if (!codes.some((each) => isSame(each, code))) return false;
      const recoveryCodes = await texts.encrypt(JSON.stringify(codes.filter((each) => each !== code)));
      return replaceStoredTexts(db, accountId, stored, { secret: stored.secret, recoveryCodes });
    },
    async countRecoveryCodes(accountId) {
      const stored = await findSecondFactor(db, accountId);
      return stored ? (await codesOf(stored)).length : 0;
    },
    async renewRecoveryCodes(accountId) {
      const codes = drawRecoveryCodes();
      const recoveryCodes = await texts.encrypt(JSON.stringify(codes));
      // A code that is spent at the same moment changes the stored text, so that the replacement is tried anew.
      for (;;) {
        const stored = await findSecondFactor(db, accountId);
        if (!stored?.confirmed) return null;
        if (await replaceStoredTexts(db, accountId, stored, { secret: stored.secret, recoveryCodes })) return codes;
      }
    },
  };
}

/** Encrypts and decrypts as the plugin does. A text under the previous key is renewed, so that this key can be forgotten. */
function encryptedTexts($context: BetterAuth['$context'], cookieKeys: readonly string[]) {
  const [current] = encryptionKeys(cookieKeys);
  const secretConfig = async () => (await $context).secretConfig;
  const decrypt = async (data: string) => symmetricDecrypt({ key: await secretConfig(), data });
  const encrypt = async (data: string) => symmetricEncrypt({ key: await secretConfig(), data });
  return {
    decrypt,
    encrypt,
    renew: async (data: string) => encrypt(await decrypt(data)),
    isCurrent: (data: string) => data.startsWith(`$ba$${current?.version}$`),
  };
}

/** Begins a set-up in the session of this cookie. */
async function beginBy(api: BetterAuth['api'], sessionCookie: string, password: string) {
  const headers = new Headers({ cookie: `better-auth.session_token=${encodeURIComponent(sessionCookie)}` });
  try {
    const enabled = await api.enableTwoFactor({ headers, body: { password, method: 'totp' } });
    return enabled.method === 'totp' ? newSecondFactor(enabled) : 'already_on';
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD') return 'wrong_password';
    if (error instanceof APIError && error.body?.code === 'TOTP_ALREADY_ENABLED') return 'already_on';
    throw error;
  }
}

function newSecondFactor({ totpURI, backupCodes }: { totpURI: string; backupCodes: string[] }): NewSecondFactor {
  const secret = new URL(totpURI).searchParams.get('secret');
  if (secret === null) throw new Error('better-auth answered an address of an authenticator app without a secret');
  return { uri: totpURI, secret, recoveryCodes: backupCodes };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** Returns null for an account that was deleted after its challenge was spent. */
function nullIfDeleted(error: unknown): null {
  if (isAccountDeleted(error)) return null;
  throw error;
}
