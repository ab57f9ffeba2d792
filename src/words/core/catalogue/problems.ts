/** Builds the title and text of every problem in the caller's language (RFC 9457's `title` and `detail`). */
import type { Language } from '#contract/core/common.ts';
import type { ProblemCode } from '#contract/core/problem.ts';
import type { Reason } from '#rules/contact/decision.ts';
import type { ProblemParams, Text } from '#words/core/text.ts';
import { catalogue } from './catalogue.ts';

/** The title and text of a problem. A refused or warned contact gets those of its reason. */
export function problemText(language: Language, code: ProblemCode, params: ProblemParams = {}): Text {
  if (code === 'warned') return reasonText(language, warnedBecause(params), 'warn', params);
  if (isReason(code)) return reasonText(language, code, 'block', params);
  return catalogue(language).problems[code](params);
}

/** The title and text for one reason of a refused or warned contact. */
export function reasonText(
  language: Language,
  reason: Reason,
  verdict: 'warn' | 'block',
  params: ProblemParams = {},
): Text {
  return catalogue(language).reasons[reason][verdict](params);
}

/**
 * The sentence for a fault in one field of a body or query. `code` is the schema's issue code (`too_big`,
 * `unrecognized_keys`, …) with its parameters (`maximum`, `minimum`, `keys`), or a policy's (`equal_times`). An unknown
 * code gets the general sentence.
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
