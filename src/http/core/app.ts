/** Creates the HTTP app: the hooks that run for every request, then the routes. */
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { guardRoute, type IdentifyDeps, identify } from '#http/core/caller/actor.ts';
import { keepSupportApart, supportHost } from '#http/core/caller/support-host.ts';
import { refuseCrossOrigin } from '#http/core/requests/cross-origin.ts';
import { refusePath } from '#http/core/requests/early-refusals.ts';
import { checkRequests } from '#http/core/requests/request-checks.ts';
import { limitBodies, REQUEST_LIMITS, type RequestLimits } from '#http/core/requests/request-limits.ts';
import { watchRunningHandlers } from '#http/core/requests/running-handlers.ts';
import { securityHeaders } from '#http/core/requests/security-headers.ts';
import { LOAD_LIMITS, type LoadLimits, shedLoad } from '#http/core/requests/shed-load.ts';
import { createConnections } from './connections.ts';
import type { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { presentProblem, presentUnknownRoute } from './present-problem.ts';
import { problem } from './problem.ts';
import { serveWeb } from './static-files.ts';

export interface AppOptions {
  readonly logger: FastifyBaseLogger;
  readonly trustProxy: boolean | number | string[];
  readonly identify: IdentifyDeps;
  readonly metrics?: Metrics;
  /** Whether the app is served over https: cookies are then Secure and HSTS is sent. */
  readonly secure: boolean;
  /** The origins under which this app is reached. Pages of other origins may not change anything. */
  readonly publicOrigins: () => readonly string[];
  readonly routes: readonly FastifyPluginAsync[];
  /** The URL of the host that is only for support; null: support uses the same host as the brands. */
  readonly supportUrl?: string | null;
  /** Whether `/docs` and `/openapi.json` are served. */
  readonly docs?: boolean;
  /** The folder of the built web app; null: this server serves only the API. */
  readonly webRoot: string | null;
  /** Whether requests wait so long for a database connection that new requests are refused. */
  readonly callersWaitTooLong?: () => boolean;
  /** If left out, the limits of production apply. */
  readonly requestLimits?: RequestLimits;
  readonly loadLimits?: LoadLimits;
}

export interface App extends FastifyInstance {
  /** From this call on, every answer asks the client to close its connection. */
  askClientsToClose(): void;
  /** Resolves when no handler is running any more, including handlers whose client has gone. Call it after `close`. */
  waitForHandlers(): Promise<void>;
}

/** The largest body in bytes. Larger ones are refused with 413 before they are read. */
const BODY_LIMIT = 256 * 1024;

export async function createApp(options: AppOptions): Promise<App> {
  const limits = options.requestLimits ?? REQUEST_LIMITS;
  const { createServer, askClientsToClose } = createConnections(securityHeaders(options.secure), limits);
  const app: FastifyInstance = Fastify({
    serverFactory: createServer,
    // `createConnections` already answers requests that node's parser refuses.
    clientErrorHandler: () => undefined,
    frameworkErrors: refusePath,
    loggerInstance: options.logger,
    trustProxy: trustedProxies(options.trustProxy),
    bodyLimit: BODY_LIMIT,
    // URLs contain customers' ids and search texts, so requests are not logged; handlers log the events that matter.
    logController: new LogController({ disableRequestLogging: true }),
    // On `close`, Fastify still answers running requests, and later ones on the same connections.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreDuplicateSlashes: false, caseSensitive: true, maxParamLength: 200 },
    genReqId: (() => {
      let number = 0;
      const start = process.pid.toString(36);
      return () => `${start}-${(++number).toString(36)}`;
    })(),
  });

  const runningHandlers = watchRunningHandlers(app);
  options.metrics?.timeRequestsOf(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(presentProblem);
  checkRequests(app);
  limitBodies(app, limits);
  await shedLoad(app, options.loadLimits ?? LOAD_LIMITS, options.callersWaitTooLong ?? (() => false));
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.headers.host === undefined && raw.httpVersion === '1.1') throw problem('malformed');
  });
  app.addHook('onRequest', refuseCrossOrigin(options.publicOrigins));
  keepSupportApart(app, options.supportUrl ?? null);

  await app.register(cookie);
  app.addHook('onRequest', identify(options.identify, supportHost(options.supportUrl ?? null)));
  await app.register(rateLimit, { global: false });
  // Registered after the rate limits, so that refused requests count as well.
  app.addHook('onRoute', guardRoute);
  if (options.docs ?? true) await describeApi(app, options.secure);

  for (const route of options.routes) await app.register(route);
  if (options.webRoot === null) app.setNotFoundHandler(presentUnknownRoute);
  else await serveWeb(app, options.webRoot, options.identify.demo);
  return Object.assign(app, { askClientsToClose, waitForHandlers: runningHandlers.waitForAll });
}

/** A number n means that the last n hops are proxies of ours. */
function trustedProxies(
  proxies: AppOptions['trustProxy'],
): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_, hop) => hop < proxies : proxies;
}
