/** Chooses the address that one-time links begin with: from the settings, never from a request's Host header. */
import type { Config } from '#main/core/config.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';

/**
 * Returns the function that names the address for a kind of account: support’s own address where there is one, else
 * OTO_PUBLIC_URL. `listening`: the address on which the server listens, for a demo without OTO_PUBLIC_URL.
 */
export function linkAddress(
  { publicUrl, supportUrl }: Pick<Config, 'publicUrl' | 'supportUrl'>,
  listening: () => string,
): (kind: AccountKind) => string {
  return (kind) => (kind === 'support' ? supportUrl : null) ?? publicUrl ?? listening();
}
