/** The HTTP app as a whole: what every request passes, whatever it asks for. */
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
import { connections } from './connections.ts';
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
  /** Served over https: cookies are Secure, HSTS is sent. */
  readonly secure: boolean;
  /** The addresses under which this app is reached: other origins may not change anything. */
  readonly publicOrigins: () => readonly string[];
  readonly routes: readonly FastifyPluginAsync[];
  /** Support's own host, as an address; null: support is where everybody is. */
  readonly supportUrl?: string | null;
  /** Whether `/docs` and `/openapi.json` are served. */
  readonly docs?: boolean;
  /** The folder of the built web app; null where only the API is served. */
  readonly webRoot: string | null;
  /** Whether requests wait too long for a database connection, so that new ones are refused. */
  readonly callersWaitTooLong?: () => boolean;
  /** Left out: those of production. */
  readonly requestLimits?: RequestLimits;
  readonly loadLimits?: LoadLimits;
}

export interface App extends FastifyInstance {
  /** From now on every answer asks the client to close its connection. */
  sendClientsAway(): void;
  /** Fulfilled once no handler is at work, not even one whose client has gone. To be awaited after `close`. */
  allSettled(): Promise<void>;
}

/** A request may be 256 kB; larger ones are refused before they are read. */
const BODY_LIMIT = 256 * 1024;

export async function createApp(options: AppOptions): Promise<App> {
  const limits = options.requestLimits ?? REQUEST_LIMITS;
  const { createServer, sendClientsAway } = connections(securityHeaders(options.secure), limits);
  const app: FastifyInstance = Fastify({
    serverFactory: createServer,
    // `connections` answers what node's parser refuses.
    clientErrorHandler: () => undefined,
    frameworkErrors: refusePath,
    loggerInstance: options.logger,
    trustProxy: trusted(options.trustProxy),
    bodyLimit: BODY_LIMIT,
    // Addresses and queries of requests name customers: what is worth knowing is logged where it happens.
    logController: new LogController({ disableRequestLogging: true }),
    // Requests under way are answered when the server ends, and those that follow on their connections.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreDuplicateSlashes: false, caseSensitive: true, maxParamLength: 200 },
    genReqId: (() => {
      let number = 0;
      const start = process.pid.toString(36);
      return () => `${start}-${(++number).toString(36)}`;
    })(),
  });

  const unsettled = watchRunningHandlers(app);
  options.metrics?.watch(app);
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
  // After the rate limits: what is refused counts as well.
  app.addHook('onRoute', guardRoute);
  if (options.docs ?? true) await describeApi(app, options.secure);

  for (const route of options.routes) await app.register(route);
  if (options.webRoot === null) app.setNotFoundHandler(presentUnknownRoute);
  else await serveWeb(app, options.webRoot, options.identify.demo);
  return Object.assign(app, { sendClientsAway, allSettled: unsettled.none });
}

/** A number of proxies is that many of the last hops. */
function trusted(proxies: AppOptions['trustProxy']): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_, hop) => hop < proxies : proxies;
}
