/** The door as a whole: what every request passes, whatever it asks for. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { type IdentifyDeps, identify } from './actor.ts';
import { refuseForeignOrigin } from './foreign-origin.ts';
import type { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { presentProblem, presentUnknownRoute } from './present-problem.ts';
import { serveWeb } from './web.ts';

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
  /** The folder of the built web app; null where only the API is served. */
  readonly webRoot: string | null;
}

export type App = FastifyInstance;

/** A request may be 256 kB; larger ones are refused before they are read. */
const BODY_LIMIT = 256 * 1024;

export async function createApp(options: AppOptions): Promise<App> {
  const app: App = Fastify({
    loggerInstance: options.logger,
    trustProxy: trusted(options.trustProxy),
    bodyLimit: BODY_LIMIT,
    // Addresses and queries of requests name customers: what is worth knowing is logged where it happens.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    routerOptions: { ignoreDuplicateSlashes: false, caseSensitive: true, maxParamLength: 200 },
    genReqId: (() => {
      let number = 0;
      const start = process.pid.toString(36);
      return () => `${start}-${(++number).toString(36)}`;
    })(),
  });

  options.metrics?.watch(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(presentProblem);
  app.addHook('onRequest', refuseForeignOrigin(options.publicOrigins));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', reply.getHeader('cache-control') ?? 'no-store');
  });

  await app.register(cookie);
  app.addHook('onRequest', identify(options.identify));
  await app.register(rateLimit, { global: false });
  await app.register(helmet, {
    hsts: options.secure,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(underPressure, { maxEventLoopDelay: 2_000, retryAfter: 2, exposeStatusRoute: false });
  await describeApi(app, options.secure);

  for (const route of options.routes) await app.register(route);
  if (options.webRoot === null) app.setNotFoundHandler(presentUnknownRoute);
  else await serveWeb(app, options.webRoot, options.identify.demo);
  return app;
}

/** A number of proxies is that many of the last hops. */
function trusted(proxies: AppOptions['trustProxy']): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_, hop) => hop < proxies : proxies;
}
