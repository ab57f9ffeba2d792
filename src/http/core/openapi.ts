/** Describes the API as OpenAPI: what the routes declare, and the refusals that all routes share. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import { sessionCookieName } from '#http/core/caller/session-cookies.ts';
import { mayUse } from '#rules/people/access.ts';

/** Serves `/openapi.json` and `/docs`. Call this before the routes are registered. `secure`: served over https. */
export async function describeApi(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Horário de Silêncio',
        version: '1',
        description: 'Contacts by WhatsApp, decided against the brand’s quiet hours. Errors are RFC 9457 problems.',
      },
      components: {
        schemas: { Problem: z.toJSONSchema(Problem) as object },
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: sessionCookieName(secure),
            description:
              'The cookie that `POST /api/v1/session` sets. A store’s device also needs a PIN: `POST /api/v1/session/pin`.',
          },
        },
      },
    },
    transform: (input) => {
      const { schema, url } = transform(input);
      return { url, schema: url.startsWith('/api/') ? withRefusals(schema as DescribedRoute, input.route) : schema };
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

const registry = z.registry<{ id: string }>().add(Problem, { id: 'Problem' });
const transform = createJsonSchemaTransform({ schemaRegistry: registry });

/** A route's schema after the transform: JSON schemas instead of zod's. */
interface DescribedRoute {
  readonly headers?: { readonly properties?: object; readonly required?: readonly string[] };
  readonly response?: Readonly<Record<string, unknown>>;
}

function withRefusals(schema: DescribedRoute, route: RouteOptions) {
  const refusals = refusalsOf(route).map((status) => [status, { $ref: '#/components/schemas/Problem' }]);
  const all = { ...Object.fromEntries(refusals), ...(schema.response ?? STREAM_RESPONSE) };
  const response = Object.entries(all).map(([status, body]) => [
    status,
    Number(status) < 400 ? body : asProblem(Number(status), body),
  ]);
  return {
    ...schema,
    ...(schema.headers && { headers: withRequiredKey(schema.headers) }),
    response: Object.fromEntries(response),
    security: isPublic(route) ? [] : [{ session: [] }],
  };
}

/** The response of a route whose answer has no schema: a stream of events, or a file. */
const STREAM_RESPONSE = { 200: { type: 'null', description: 'A stream of server-sent events, or a file' } };

/** The statuses of the refusals that follow from the route's kind; the route itself declares further ones. */
function refusalsOf(route: RouteOptions): number[] {
  const { method, url, schema, config } = route;
  const reads = method === 'GET';
  const needsSession = !isPublic(route);
  const takesAnything = Boolean(schema?.body || schema?.querystring || schema?.params || schema?.headers);
  return [
    ...(takesAnything ? [400] : []),
    ...(needsSession ? [401] : []),
    ...(needsSession || !reads ? [403] : []),
    ...(url.includes('/:') ? [404] : []),
    ...(schema?.body ? [413] : []),
    ...(config?.rateLimit ? [429] : []),
    503,
  ];
}

/** Whether callers may use the route without signing in. */
function isPublic({ config }: RouteOptions): boolean {
  return (config?.operations ?? []).some((operation) => mayUse(operation, 'nobody'));
}

function asProblem(status: number, schema: unknown) {
  return { description: MEANINGS[status] ?? 'Refused', content: { 'application/problem+json': { schema } } };
}

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The request is malformed; `faults` names the fields',
  401: 'Nobody is signed in, or no person has a turn on the store’s device',
  403: 'The caller may not do this, or a page of another site sent the request',
  404: 'The object does not exist, or the caller may not see it',
  409: 'The current state does not allow this; `type` says why',
  410: 'The link was used, has expired, or was replaced by another',
  413: 'The request is too large',
  422: 'The request is well formed and cannot be carried out; `type` says why',
  423: 'The PIN or account is locked for a while',
  428: 'The contact needs an acknowledgement first',
  429: 'Too many requests; `Retry-After` says when to try again',
  503: 'The server is busy; `Retry-After` says when to try again',
};

/**
 * Marks the idempotency key as required. The schema that validates requests lets the key be missing, because its
 * absence is refused with a problem of its own (`key_missing`).
 */
function withRequiredKey(headers: NonNullable<DescribedRoute['headers']>) {
  const needed = Object.keys(headers.properties ?? {}).filter((name) => name === 'idempotency-key');
  return { ...headers, required: [...(headers.required ?? []), ...needed] };
}
