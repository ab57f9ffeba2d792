/** Creates problems. A route refuses a request by throwing one, and the app's error handler turns it into an answer. */
import { PROBLEM_STATUS, type ProblemCode } from '#contract/core/problem.ts';

/**
 * A coded refusal. `fields` become members of the body beside those of RFC 9457; `params` are only used in the
 * sentence.
 */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly statusCode: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: ProblemCode,
    fields: Readonly<Record<string, unknown>> = {},
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.statusCode = PROBLEM_STATUS[code];
    this.fields = fields;
    this.params = params;
  }
}

/** Creates a refusal to throw: `throw problem('wrong_pin', { left: 2 })`. */
export function problem(
  code: ProblemCode,
  fields?: Readonly<Record<string, unknown>>,
  params?: Readonly<Record<string, string | number>>,
): ProblemError {
  return new ProblemError(code, fields, params);
}
