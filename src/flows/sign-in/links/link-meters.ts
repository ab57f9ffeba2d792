/** The meters that count wrong tokens and asked resets. */
import type { Meter } from '#db/sign-in/throttles.ts';
import type { Limit } from '#rules/sign-in/throttle.ts';

const MINUTE_MS = 60_000;

/** Wrong tokens from one network. Guessing 256 bits is hopeless; the limit spares the database. */
const WRONG_TOKENS: Limit = { atOnce: 30, everyMs: MINUTE_MS / 2 };
/** Mails about a forgotten password to one address: enough for a mail that got lost, too few to flood a mailbox. */
const RESETS_OF_EMAIL: Limit = { atOnce: 3, everyMs: 60 * MINUTE_MS };
/** Asked resets from one network, for any addresses. */
const RESETS_FROM_NETWORK: Limit = { atOnce: 20, everyMs: 3 * MINUTE_MS };

type KeyOf = (text: string) => Buffer;

export function tokenMeters(keyOf: KeyOf, network: string): Meter[] {
  return [meter(keyOf, WRONG_TOKENS, 'link', network)];
}

/** `email` is in lower case. */
export function resetMeters(keyOf: KeyOf, email: string, network: string): Meter[] {
  return [
    meter(keyOf, RESETS_OF_EMAIL, 'reset', email),
    meter(keyOf, RESETS_FROM_NETWORK, 'reset from network', network),
  ];
}

function meter(keyOf: KeyOf, limit: Limit, ...parts: string[]): Meter {
  return { key: keyOf(JSON.stringify(parts)), limit };
}
