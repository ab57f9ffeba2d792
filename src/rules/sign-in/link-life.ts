/** Defines what one-time links are for, and how long each kind is valid. */
import type { Instant } from '#rules/time/interval.ts';

/** `first_support` makes the first support person, `invitation` makes an invited person's account, `reset` sets a new password. */
export type LinkPurpose = 'first_support' | 'invitation' | 'reset';

const HOUR_MS = 3_600_000;

/** The link for the first support person is printed in a terminal or a log, so it is valid for a shorter time than mailed links. */
const LIFE_MS: Readonly<Record<LinkPurpose, number>> = {
  first_support: HOUR_MS,
  invitation: 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
};

/** Returns the instant from which a link made at `madeAt` is over. */
export function linkEnd(purpose: LinkPurpose, madeAt: Instant): Instant {
  return madeAt + LIFE_MS[purpose];
}
