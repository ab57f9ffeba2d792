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
              'Given by `POST /api/v1/session`; a store’s device also needs a PIN, `POST /api/v1/session/pin`.',
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

/** The response of a route whose answer has no schema: a stream. */
const STREAM_RESPONSE = { 200: { type: 'null', description: 'As the summary says' } };

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
  400: 'Malformed; `faults` names the places',
  401: 'Nobody is signed in, or nobody holds the store’s device',
  403: 'Not for whoever asks, or asked by another site’s page',
  404: 'There is none, or none for whoever asks',
  409: 'Not now, or not as things stand; `type` says why',
  413: 'Larger than a request may be',
  422: 'Well formed, and yet not possible as it is',
  423: 'Locked for a while',
  428: 'Possible after an acknowledgement',
  429: 'Too many; `Retry-After` says when again',
  503: 'Busy; `Retry-After` says when again',
};

/**
 * Marks the idempotency key as required. The schema that validates requests lets the key be missing, because its
 * absence is refused with a problem of its own (`key_missing`).
 */
function withRequiredKey(headers: NonNullable<DescribedRoute['headers']>) {
  const needed = Object.keys(headers.properties ?? {}).filter((name) => name === 'idempotency-key');
  return { ...headers, required: [...(headers.required ?? []), ...needed] };
}
