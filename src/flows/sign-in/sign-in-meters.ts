/** The meters that count tries to sign in, with their limits. */
import type { Meter } from '#db/sign-in/throttles.ts';
import type { Limit } from '#rules/sign-in/throttle.ts';

const MINUTE_MS = 60_000;

/** Tries for one account from anywhere: ten in any fifteen minutes. */
const ACCOUNT: Limit = { atOnce: 6, everyMs: 3.75 * MINUTE_MS };
/** Tries for one account from one network: fewer than the account has, so that one attacker leaves tries for others. */
const ACCOUNT_FROM_NETWORK: Limit = { atOnce: 5, everyMs: 5 * MINUTE_MS };
/** Tries from one network for any accounts: the limit allows for the mistakes of a shop's people. */
const NETWORK: Limit = { atOnce: 30, everyMs: MINUTE_MS / 2 };
/** Tries for one account from a device that was signed in to it before. They are counted separately from all others. */
const ACCOUNT_ON_DEVICE: Limit = { atOnce: 5, everyMs: 3 * MINUTE_MS };

/**
 * Returns the meters of a try. `email` is in lower case. A known device has its own meter only, so that other people's
 * tries do not lock it out.
 */
export function signInMeters(
  keyOf: (text: string) => Buffer,
  { email, network, deviceKey }: { email: string; network: string; deviceKey: string },
  known: boolean,
): Meter[] {
  const meter = (limit: Limit, ...parts: string[]): Meter => ({ key: keyOf(JSON.stringify(parts)), limit });
  if (known) return [meter(ACCOUNT_ON_DEVICE, 'device', email, deviceKey)];
  return [
    meter(ACCOUNT, 'account', email),
    meter(ACCOUNT_FROM_NETWORK, 'account from network', email, network),
    meter(NETWORK, 'network', network),
  ];
}
