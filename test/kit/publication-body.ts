/** What support sends to publish: by default now, for no ticket, with every lint read and meant. */
import type { Publication } from '#flows/policy/change-policy.ts';
import { LINT_CODES } from '#rules/policy/lints/lint.ts';

/** Confirms whatever a lint may say: for publications whose test is about something else (A4). */
export const EVERY_LINT: readonly string[] = LINT_CODES;

export function aPublication(policy: unknown, effective: Publication['effective'] = 'now'): Publication {
  return { policy, effective, confirmed: EVERY_LINT, answering: null };
}

/** The body of `POST …/quiet-hours`. */
export function publicationBody(policy: unknown, reason = 'Chamado 1042') {
  return { policy, effective: 'now', reason, confirmed: EVERY_LINT };
}
