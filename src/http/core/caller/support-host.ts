/**
 * Separates the support console from the brands' app by host: support signs in only on its own host, and brands only on
 * theirs.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account } from '#flows/people/accounts.ts';
import { problem } from '#http/core/problem.ts';
import { isReading } from '#http/core/requests/cross-origin.ts';

/** Routes that only support uses. */
const SUPPORT_ONLY =
  /^\/api\/v1\/(brands(\/|$)|invitations$|support-people(\/|$)|support\/|finder$|help\/:article\/ratings$)/;
/** Routes that support and brands use. All other routes are for brands only. */
const SHARED =
  /^\/api\/v1\/(session(\/totp|\/confirm)?$|links\/|password(\/|$)|second-factor(\/|$)|settings$|account(\/|$)|mails\/|sessions(\/|$)|tickets(\/|$)|leads(\/|$)|help(\/|$)|demo(\/|$))/;

export interface SupportHost {
  /** Whether accounts of this kind may sign in and stay signed in on the host of the request. */
  admits(request: FastifyRequest, kind: Account['kind']): boolean;
}

/** If `supportUrl` is null, there is one host for all accounts. */
export function supportHost(supportUrl: string | null): SupportHost {
  if (supportUrl === null) return { admits: () => true };
  const { host } = new URL(supportUrl);
  return { admits: (request, kind) => (kind === 'support') === (request.host === host) };
}

/**
 * Answers 404 to routes that do not belong to the request's host, as if they did not exist. A page of one host may
 * change nothing on the other. Call this before the routes are registered.
 */
export function keepSupportApart(app: FastifyInstance, supportUrl: string | null): void {
  if (supportUrl === null) return;
  const { host, origin } = new URL(supportUrl);
  app.addHook('onRequest', async (request) => {
    const isSupportHost = request.host === host;
    const { url = '' } = request.routeOptions;
    if (url.startsWith('/api/') && !(isSupportHost ? isSupportRoute(url) : !SUPPORT_ONLY.test(url)))
      throw problem('not_found');
    const { origin: from } = request.headers;
    if (!isReading(request) && from !== undefined && (from === origin) !== isSupportHost) throw problem('wrong_origin');
  });
}

function isSupportRoute(url: string): boolean {
  return SUPPORT_ONLY.test(url) || SHARED.test(url);
}
