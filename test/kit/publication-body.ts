/** Makes publications for tests: by default in force now, for no ticket, with every lint confirmed. */
import type { Publication } from '#flows/policy/change-policy.ts';
import { LINT_CODES } from '#rules/policy/lints/lint.ts';

/** Confirms every lint, for tests of publications that are not about lints (A4). */
export const EVERY_LINT: readonly string[] = LINT_CODES;

export function aPublication(policy: unknown, effective: Publication['effective'] = 'now'): Publication {
  return { policy, effective, confirmed: EVERY_LINT, answering: null };
}

/** Returns the body of `POST …/quiet-hours`. */
export function publicationBody(policy: unknown, reason = 'Chamado 1042') {
  return { policy, effective: 'now', reason, confirmed: EVERY_LINT };
}
