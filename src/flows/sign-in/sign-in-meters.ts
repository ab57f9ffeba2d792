/** What tries to sign in are counted by, and how many there may be. */
import type { Meter } from '#db/sign-in/throttles.ts';
import type { Limit } from '#rules/sign-in/throttle.ts';

const MINUTE_MS = 60_000;

/** At one account from anywhere: ten in any fifteen minutes. */
const ACCOUNT: Limit = { atOnce: 6, everyMs: 3.75 * MINUTE_MS };
/** At one account from one network: less than the account has, so that one attacker leaves tries for others. */
const ACCOUNT_FROM_NETWORK: Limit = { atOnce: 5, everyMs: 5 * MINUTE_MS };
/** From one network at whatever accounts: a shop's people make mistakes too. */
const NETWORK: Limit = { atOnce: 30, everyMs: MINUTE_MS / 2 };
/** At one account from a device that was signed in to it before: counted apart from all others. */
const ACCOUNT_ON_DEVICE: Limit = { atOnce: 5, everyMs: 3 * MINUTE_MS };

/** `email` in lower case. A known device answers for itself alone: what others try does not shut it out. */
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
