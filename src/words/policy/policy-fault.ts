/** Builds the sentence of a fault in a policy. The fault's path says where it is. */
import type { Language } from '#contract/core/common.ts';
import type { PolicyFault } from '#rules/policy/policy.ts';
import { catalogue } from '#words/core/catalogue/catalogue.ts';

/** The sentence of a fault: "O fim é igual ao início. Para o dia inteiro, use 00:00 a 24:00." */
export function policyFaultText(language: Language, fault: Pick<PolicyFault, 'code'>): string {
  return catalogue(language).policyFaults[fault.code];
}
