/** Finds the link of a token. Wrong tokens are counted by network, and all of them get the same answer. */
import { findValidLink, type ValidLink } from '#db/sign-in/links/links.ts';
import { giveBackTries, takeTries } from '#db/sign-in/throttles.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { LinkDeps } from './link-deps.ts';
import { tokenMeters } from './link-meters.ts';
import { tokenHashOf } from './make-link.ts';

export interface LinkCaller {
  readonly token: string;
  /** The network of the caller, as for a sign-in. */
  readonly network: string;
  /** Whether accounts of a kind may sign in from this caller. Otherwise the link is answered like an unknown one. */
  readonly admits: (kind: AccountKind) => boolean;
}

export type OpenedLink =
  | { readonly kind: 'link'; readonly link: ValidLink }
  | { readonly kind: 'link_over' }
  | { readonly kind: 'too_many_requests'; readonly nextAt: Instant };

/**
 * Opens a link without using it up. The try is counted before the token is looked up and given back where the token is
 * right, so that simultaneous guesses cannot avoid the limit.
 */
export async function openLink(
  { auth, hostNow, meterKey }: Pick<LinkDeps, 'auth' | 'hostNow' | 'meterKey'>,
  { token, network, admits }: LinkCaller,
): Promise<OpenedLink> {
  const now = hostNow();
  const meters = tokenMeters(meterKey, network);
  const tries = await takeTries(auth, meters, now);
  if (!tries.taken) return { kind: 'too_many_requests', nextAt: tries.nextAt };
  const link = await findValidLink(auth, tokenHashOf(token), now);
  if (link === null || !admits(link.kind)) return { kind: 'link_over' };
  await giveBackTries(auth, meters, now);
  return { kind: 'link', link };
}
