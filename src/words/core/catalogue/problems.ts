/** Every refusal in the caller's language: a title, and what can be done (RFC 9457's `title` and `detail`). */
import type { Language } from '#contract/core/common.ts';
import type { ProblemCode } from '#contract/core/problem.ts';
import type { Reason } from '#rules/contact/decision.ts';
import type { ProblemParams, Text } from '#words/core/text.ts';
import { catalogue } from './catalogue.ts';

/** The sentence of a problem; a refused or warned contact speaks for its reason. */
export function problemText(language: Language, code: ProblemCode, params: ProblemParams = {}): Text {
  if (code === 'warned') return reasonText(language, warnedBecause(params), 'warn', params);
  if (isReason(code)) return reasonText(language, code, 'block', params);
  return catalogue(language).problems[code](params);
}

/** Why a contact was refused or warned, by any of the decision's reasons. */
export function reasonText(
  language: Language,
  reason: Reason,
  verdict: 'warn' | 'block',
  params: ProblemParams = {},
): Text {
  return catalogue(language).reasons[reason][verdict](params);
}

/**
 * What is amiss with one field of a body or query, by the schema's issue code (`too_big`, `unrecognized_keys`, …) and
 * its parameters (`maximum`, `minimum`, `keys`), or by a policy's (`equal_times`). A code unknown here gets the general
 * sentence.
 */
export function invalidFieldText(
  language: Language,
  code: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const { fields, policyFaults } = catalogue(language);
  if (Object.hasOwn(policyFaults, code)) return policyFaults[code as keyof typeof policyFaults];
  const say = Object.hasOwn(fields, code) ? fields[code as keyof typeof fields] : fields.custom;
  return say({ most: text(params.maximum), least: text(params.minimum), names: names(params.keys) });
}

function warnedBecause({ reason }: ProblemParams): Reason {
  return typeof reason === 'string' && isReason(reason) ? reason : 'quiet_hours';
}

function isReason(code: string): code is Reason {
  return Object.hasOwn(catalogue('pt-BR').reasons, code);
}

function text(value: unknown): string | null {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

function names(value: unknown): string | null {
  return Array.isArray(value) && value.length > 0 ? value.map(String).join(', ') : null;
}
