/** Support's console on a host of its own: support signs in there and nowhere else, and nobody else does. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account } from '#flows/people/accounts.ts';
import { problem } from '#http/core/problem.ts';
import { isReading } from '#http/core/requests/cross-origin.ts';

/** What only support asks for. */
const SUPPORT_ONLY = /^\/api\/v1\/(brands(\/|$)|finder$|help\/:article\/ratings$)/;
/** What support asks for as brands do. Everything else is the brands' alone. */
const SHARED = /^\/api\/v1\/(session$|tickets(\/|$)|leads(\/|$)|help(\/|$)|demo(\/|$))/;

export interface SupportHost {
  /** Whether accounts of this kind sign in, and are signed in, where the request came. */
  admits(request: FastifyRequest, kind: Account['kind']): boolean;
}

/** `supportUrl` null: support is where everybody is. */
export function supportHost(supportUrl: string | null): SupportHost {
  if (supportUrl === null) return { admits: () => true };
  const { host } = new URL(supportUrl);
  return { admits: (request, kind) => (kind === 'support') === (request.host === host) };
}

/**
 * Refuses routes on the host on which they are not: 404, as if there were none. Pages of either host may change nothing
 * on the other. Register before the routes.
 */
export function keepSupportApart(app: FastifyInstance, supportUrl: string | null): void {
  if (supportUrl === null) return;
  const { host, origin } = new URL(supportUrl);
  app.addHook('onRequest', async (request) => {
    const isHere = request.host === host;
    const { url = '' } = request.routeOptions;
    if (url.startsWith('/api/') && !(isHere ? isSupports(url) : !SUPPORT_ONLY.test(url))) throw problem('not_found');
    const { origin: from } = request.headers;
    if (!isReading(request) && from !== undefined && (from === origin) !== isHere) throw problem('wrong_origin');
  });
}

function isSupports(url: string): boolean {
  return SUPPORT_ONLY.test(url) || SHARED.test(url);
}
