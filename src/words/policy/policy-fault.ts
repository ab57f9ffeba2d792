/** What is amiss in a policy that somebody sent, in words; its place is the fault's own path. */
import type { Language } from '#contract/core/common.ts';
import type { PolicyFault } from '#rules/policy/policy.ts';
import { catalogue } from '#words/core/catalogue/catalogue.ts';

/** "O fim é igual ao início. Para o dia inteiro, use 00:00 a 24:00." */
export function policyFaultText(language: Language, fault: Pick<PolicyFault, 'code'>): string {
  return catalogue(language).policyFaults[fault.code];
}
