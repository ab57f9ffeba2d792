/** The web app: built files under their own names for ever, the page itself asked for anew each time. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { presentUnknownRoute } from './present-problem.ts';

const NEVER_CHANGES = 'public, max-age=31536000, immutable';
const ALWAYS_ASK = 'no-cache';
/** Paths that are no page: an unknown one of them is told so. */
const NOT_PAGES = /^\/(api|assets|docs|problems|webhooks|graph)(\/|$)|^\/(openapi\.json|healthz|readyz|metrics)$/;

/** The one route that `fastifyStatic` registers; it also passes on the addresses that are no file. */
const EVERY_FILE = '/*';

/** The files of the demo's bar and its sentences: `assets/demo-bar-….js`, `assets/demo.en-….js`. */
const DEMO_FILES = /^\/assets\/demo[-.]/;

/**
 * `root`: the folder of the built app. Any path that is no file gets the page, whose own routes answer it.
 * `demo`: false leaves out the demo's own files.
 */
export async function serveWeb(app: FastifyInstance, root: string, demo: boolean): Promise<void> {
  await app.register(compress, { globalDecompression: false, encodings: ['br', 'gzip'], threshold: 1024 });
  // A page that lost one of its files cannot say so: files are served however busy the server is. They cost it little.
  app.addHook('onRoute', (route) => {
    if (route.url === EVERY_FILE) route.config = { ...route.config, neverShed: true };
  });
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    allowedPath: (path) => demo || !DEMO_FILES.test(path),
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? NEVER_CHANGES : ALWAYS_ASK);
    },
  });
  // Without a built app, as in tests, a path that is no file has no page that could answer it.
  const hasPage = existsSync(join(root, 'index.html'));
  app.setNotFoundHandler((request, reply) => {
    const page = hasPage && request.method === 'GET' && !NOT_PAGES.test(decodedPath(request.url));
    return page ? reply.sendFile('index.html') : presentUnknownRoute(request, reply);
  });
}

/** The path as the router reads it: one that is spelt with percent signs is the same path. */
function decodedPath(url: string): string {
  const path = url.split('?')[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
