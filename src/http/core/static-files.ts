/** Serves the built web app: its files are cached for a year, its page is revalidated on every request. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { presentUnknownRoute } from './present-problem.ts';

const NEVER_CHANGES = 'public, max-age=31536000, immutable';
const ALWAYS_ASK = 'no-cache';
/** Paths that are not pages of the web app: an unknown one gets the problem `not_found` instead of the page. */
const NOT_PAGES =
  /^\/(api|assets|docs|problems|webhooks|graph|\.well-known)(\/|$)|^\/(openapi\.json|healthz|readyz|metrics)$/;

/** The route that `fastifyStatic` registers; it also handles paths that are not files. */
const EVERY_FILE = '/*';

/** The files of the demo bar and its sentences: `assets/demo-bar-….js`, `assets/demo.en-….js`. */
const DEMO_FILES = /^\/assets\/demo[-.]/;

/**
 * Serves the files in `root`, the folder of the built app. Every GET of another path gets the page, whose own router
 * answers it. `demo`: false leaves out the files of the demo bar.
 */
export async function serveWeb(app: FastifyInstance, root: string, demo: boolean): Promise<void> {
  await app.register(compress, { globalDecompression: false, encodings: ['br', 'gzip'], threshold: 1024 });
  // Files are served even under overload: a page with a missing file breaks without an error message, and a file costs
  // little to serve.
  app.addHook('onRoute', (route) => {
    if (route.url === EVERY_FILE) route.config = { ...route.config, isAlwaysAnswered: true };
  });
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    allowedPath: (path) => demo || !DEMO_FILES.test(path),
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? NEVER_CHANGES : ALWAYS_ASK);
    },
  });
  // Without a built app, as in tests, there is no page, so unknown paths get the problem `not_found`.
  const hasPage = existsSync(join(root, 'index.html'));
  app.setNotFoundHandler((request, reply) => {
    const page = hasPage && request.method === 'GET' && !NOT_PAGES.test(decodedPath(request.url));
    return page ? reply.sendFile('index.html') : presentUnknownRoute(request, reply);
  });
}

/** The decoded path without the query. The router treats a percent-encoded path as the same path. */
function decodedPath(url: string): string {
  const path = url.split('?')[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
