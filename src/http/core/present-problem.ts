/** Turns every error into an RFC 9457 problem in the caller's language. No error leaves the server in another form. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Language } from '#contract/core/common.ts';
import { PROBLEM_STATUS, type ProblemCode, problemType } from '#contract/core/problem.ts';
import { isPassing } from '#db/core/connection/unreachable.ts';
import { HeavyWorkRefused } from '#flows/core/heavy-queue.ts';
import { invalidFieldText, problemText } from '#words/core/catalogue/problems.ts';
import { languageOf } from './language.ts';
import { logOutage } from './outage-log.ts';
import { ProblemError, problem } from './problem.ts';

/**
 * The app's error handler. An unexpected error ends the request, not the process; the caller learns only the request's
 * id.
 */
export function presentProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = asProblem(error, request);
  if (known.code === 'failed') request.log.error({ err: error }, 'request failed');
  if (known.code === 'busy') logOutage(request.server.log, error);
  sendProblem(request, reply, known);
}

/**
 * Answers a path that no route serves with the problem `not_found`. `serveWeb` registers its own handler, which serves
 * the web app for other paths.
 */
export function presentUnknownRoute(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, problem('not_found'));
}

/** The body of a problem, without the request's id. */
export function problemBody(language: Language, { code, fields, params }: ProblemError) {
  const { title, detail } = problemText(language, code, params);
  const faults = Array.isArray(fields.faults) && {
    faults: fields.faults.map((fault) => withSentence(language, fault)),
  };
  return { type: problemType(code), title, status: PROBLEM_STATUS[code], detail, ...fields, ...faults };
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: ProblemError): void {
  const language = languageOf(request);
  const seconds = refusal.fields.retryAfterSeconds;
  if (typeof seconds === 'number') reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
  const body = problemBody(language, refusal);
  reply
    .code(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .serializer(JSON.stringify)
    .send({ ...body, instance: request.id });
}

/** Adds the sentence to a fault that a handler found by its code. */
function withSentence(language: Language, fault: { readonly code: string; readonly message?: string }) {
  return { ...fault, message: fault.message ?? invalidFieldText(language, fault.code) };
}

function asProblem(error: unknown, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const language = languageOf(request);
    const faults = error.validation.map(({ instancePath, keyword, params }) => {
      const code = customCode(params) ?? keyword;
      const path = instancePath.replace(/^\//, '').replaceAll('/', '.') || String(error.validationContext ?? '');
      return { path, code, message: invalidFieldText(language, code, params) };
    });
    return problem('invalid', { faults });
  }
  if (error instanceof HeavyWorkRefused) {
    return problem(error.why === 'replaced' ? 'too_many_requests' : 'busy', { retryAfterSeconds: 2 });
  }
  if (isPassing(error)) return problem('busy', { retryAfterSeconds: 2 });
  const { statusCode, code } = error as Partial<FastifyError>;
  const status = statusCode ?? 500;
  const refused = status >= 400 && status < 500 ? 'bad_path' : 'failed';
  return problem(FASTIFY_CODES[code ?? ''] ?? STATUS_CODES[status] ?? refused);
}

/** The code that a schema's own check gave (`equal_times`); null if the check gave none. */
function customCode({ params }: Readonly<Record<string, unknown>>): string | null {
  const code = (params as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : null;
}

const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'bad_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_BAD_URL: 'bad_path',
  FST_STATIC_FORBIDDEN_PATH: 'bad_path',
};

const STATUS_CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'bad_json',
  404: 'not_found',
  408: 'too_slow',
  413: 'too_large',
  414: 'uri_too_long',
  415: 'bad_json',
  429: 'too_many_requests',
  503: 'busy',
};
