/** What support sends to publish: by default now, for no ticket, with every lint read and meant. */
import type { Publication } from '#flows/policy/change-policy.ts';
import { LINT_CODES } from '#rules/policy/lints/lint.ts';

export function aPublication(policy: unknown, effective: Publication['effective'] = 'now'): Publication {
  return { policy, effective, confirmed: LINT_CODES, answering: null };
}
