/** Configures better-auth's plugin of second factors, and the keys under which better-auth encrypts. */
import { createHash, randomInt } from 'node:crypto';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { CHALLENGE_MS, RECOVERY_CODES } from '#rules/sign-in/second-factor.ts';

/**
 * Configures the plugin. Its lock after ten wrong codes is off, because our own throttle counts codes and leaves tries to
 * devices that were signed in before.
 */
export function secondFactorPlugin() {
  return twoFactor({
    issuer: 'Horário de Silêncio',
    twoFactorCookieMaxAge: CHALLENGE_MS / 1000,
    accountLockout: { enabled: false },
    backupCodeOptions: {
      storeBackupCodes: 'encrypted',
      customBackupCodesGenerate: drawRecoveryCodes,
    },
  });
}

/** Draws the recovery codes of one account. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, recoveryCode);
}

/** The keys under which better-auth encrypts. The version of a key comes from the key, so that it stays when keys change places. */
export function encryptionKeys(cookieKeys: readonly string[]) {
  return cookieKeys.map((value) => ({ version: createHash('sha256').update(value).digest().readUInt32BE(), value }));
}

/** Returns ten letters and digits in two groups, without those that are easily confused: 49 bits. */
function recoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';
