/** Registers a route of the contract's table. The table defines its request, its answers and its operations. */
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

/** Options that belong to this server and not to the contract: limits, and a hook that changes the answer. */
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
    // Fastify's own handler type does not know the schema of this route.
    handler: handler as unknown as RouteHandlerMethod,
  };
  app.route(route);
}
