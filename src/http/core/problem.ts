/** How a route refuses: a coded problem is thrown, and the app's error handler puts it into words. */
import { PROBLEM_STATUS, type ProblemCode } from '#contract/core/problem.ts';

/** A refusal on its way out. `fields` go into the body beside RFC 9457's own; `params` only into the sentence. */
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

/** `throw problem('wrong_pin', { left: 2 })`. */
export function problem(
  code: ProblemCode,
  fields?: Readonly<Record<string, unknown>>,
  params?: Readonly<Record<string, string | number>>,
): ProblemError {
  return new ProblemError(code, fields, params);
}
