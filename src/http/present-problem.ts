/** A refusal in the caller's words: RFC 9457, one place for every error that leaves the house. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { PROBLEM_STATUS, type ProblemCode, problemType } from '#contract/problem.ts';
import { isUnreachable } from '#db/unreachable.ts';
import { HeavyWorkRefused } from '#flows/heavy-queue.ts';
import { pickLanguage } from '#words/language.ts';
import { invalidFieldText, problemText } from '#words/problems.ts';
import { ProblemError, problem } from './problem.ts';

/** Unexpected errors end the request, not the process, and tell the caller only the request's id. */
export function presentProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = asProblem(error, request);
  if (known.code === 'failed' || known.code === 'busy') request.log.error({ err: error }, 'request failed');
  sendProblem(request, reply, known);
}

/** An API path nobody answers is a problem; any other path is the web app's, which registers its own. */
export function presentUnknownRoute(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, problem('not_found'));
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, { code, fields, params }: ProblemError): void {
  const language = pickLanguage(request.headers['accept-language']);
  const { title, detail } = problemText(language, code, params);
  const seconds = fields.retryAfterSeconds;
  if (typeof seconds === 'number') reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
  reply
    .code(PROBLEM_STATUS[code])
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .serializer(JSON.stringify)
    .send({ type: problemType(code), title, status: PROBLEM_STATUS[code], detail, instance: request.id, ...fields });
}

function asProblem(error: unknown, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const language = pickLanguage(request.headers['accept-language']);
    const faults = error.validation.map(({ instancePath, keyword, params }) => {
      const code = ownCode(params) ?? keyword;
      const path = instancePath.replace(/^\//, '').replaceAll('/', '.') || String(error.validationContext ?? '');
      return { path, code, message: invalidFieldText(language, code, params) };
    });
    return problem('invalid', { faults });
  }
  if (error instanceof HeavyWorkRefused) {
    return problem(error.why === 'replaced' ? 'too_many_requests' : 'busy', { retryAfterSeconds: 2 });
  }
  if (isUnreachable(error)) return problem('busy', { retryAfterSeconds: 2 });
  const { statusCode, code } = error as Partial<FastifyError>;
  return problem(FASTIFY_CODES[code ?? ''] ?? STATUS_CODES[statusCode ?? 500] ?? 'failed');
}

/** What a schema's own check says is amiss (`equal_times`), where the field alone does not tell. */
function ownCode({ params }: Readonly<Record<string, unknown>>): string | null {
  const code = (params as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : null;
}

const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'bad_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_UNDER_PRESSURE: 'busy',
};

const STATUS_CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'bad_json',
  404: 'not_found',
  413: 'too_large',
  415: 'bad_json',
  429: 'too_many_requests',
  503: 'busy',
};
