/** Registers a route of the contract's table: the table says what it takes, what it answers and who may call it. */
import type {
  ContextConfigDefault,
  FastifyContextConfig,
  FastifyInstance,
  HTTPMethods,
  onSendAsyncHookHandler,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
  RouteGenericInterface,
  RouteHandlerMethod,
  RouteOptions,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Route } from '#contract/routes/route.ts';
import { ROUTES, type RouteName } from '#contract/routes/routes.ts';

type Schema<Name extends RouteName> = Omit<(typeof ROUTES)[Name], 'may'>;

type Handler<Name extends RouteName> = RouteHandlerMethod<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  RouteGenericInterface,
  ContextConfigDefault,
  Schema<Name>,
  ZodTypeProvider
>;

/** What belongs to this server and not to the contract: limits, and what is done with the answer. */
interface Serving {
  readonly config?: Omit<FastifyContextConfig, 'operations'>;
  readonly onSend?: onSendAsyncHookHandler<unknown>;
}

export function serve<Name extends RouteName>(
  app: FastifyInstance,
  name: Name,
  handler: Handler<Name>,
  { config = {}, ...serving }: Serving = {},
): void {
  const { may: operations, ...schema }: Route = ROUTES[name];
  const [method, url] = name.split(' ') as [HTTPMethods, string];
  const route: RouteOptions = {
    ...serving,
    method,
    url,
    schema,
    config: { ...config, operations },
    // Fastify's own type of a handler knows nothing of this route's schema.
    handler: handler as unknown as RouteHandlerMethod,
  };
  app.route(route);
}
