/** Identifies the caller of a request once, before the handler runs, and checks that the route admits the caller. */
import type { FastifyRequest, onRequestAsyncHookHandler, preHandlerAsyncHookHandler, RouteOptions } from 'fastify';
import {
  type Actor,
  type Asker,
  callerOf,
  type IdentifyCallerDeps,
  identifyCaller,
  type PersonActor,
  type SupportActor,
} from '#flows/people/identify-caller.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { isReading } from '#http/core/requests/cross-origin.ts';
import { mayUse } from '#rules/people/access.ts';
import {
  type Caller,
  CONFIRMED_OPERATIONS,
  OPERATIONS_WITHOUT_SECOND_FACTOR,
  type Operation,
} from '#rules/people/access-table.ts';
import type { SessionCookies } from './session-cookies.ts';
import type { SupportHost } from './support-host.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The operations that the route carries out, taken from the contract by `serve`. A caller who may use none of them
     * is refused.
     */
    readonly operations?: readonly Operation[];
  }
}

export interface IdentifyDeps extends IdentifyCallerDeps {
  readonly cookies: SessionCookies;
}

const askers = new WeakMap<FastifyRequest, Asker>();

/**
 * An `onRequest` hook for the whole app; it runs after the cookies are parsed. It refuses, before the body is read,
 * callers who are not signed in (`signed_out`) and store devices on which no person has the turn (`turn_needed`). Every
 * request that is not a GET, HEAD or OPTIONS also prolongs the session and the turn.
 */
export function identify(deps: IdentifyDeps, { admits: isHosted }: SupportHost): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (!isOfApi(request.routeOptions.url)) return;
    const cookie = deps.cookies.session(request);
    const found =
      cookie === undefined
        ? null
        : await identifyCaller(deps, cookie, { touching: !isReading(request), language: languageOf(request) });
    const asker = found && isHosted(request, found.session.kind) ? found : null;
    if (asker) askers.set(request, asker);
    if (asker?.prolonged && cookie !== undefined) deps.cookies.setSession(reply, cookie);
    if (admits(request, 'nobody')) return;
    if (!asker) throw problem('signed_out', deps.demo ? { demo: true } : {});
    if (!asker.actor && !admits(request, 'device')) throw problem('turn_needed');
  };
}

/**
 * An `onRoute` hook. Just before the handler of a route under `/api/` runs, it refuses callers who may use none of the
 * route's operations. It throws for a route that names no operation, so that a server with such a route does not start.
 */
export function guardRoute(route: RouteOptions): void {
  if (!isOfApi(route.url)) return;
  if (!route.config?.operations)
    throw new Error(`${route.method} ${route.url} has no operation: register it with serve()`);
  route.preHandler = [route.preHandler ?? [], authorize].flat();
}

/**
 * Refuses callers who may use none of the route's operations, who must set up a second factor first, or who must give
 * their password or a code again.
 */
const authorize: preHandlerAsyncHookHandler = async (request) => {
  const asker = askerOf(request);
  if (!admits(request, callerOf(asker))) throw problem('forbidden');
  const operations = request.routeOptions.config.operations ?? [];
  if (asker?.secondFactor === 'needed' && !operations.some((each) => OPERATIONS_WITHOUT_SECOND_FACTOR.has(each)))
    throw problem('second_factor_needed');
  if (operations.some((each) => CONFIRMED_OPERATIONS.has(each))) requireConfirmation(request);
};

/** Throws `confirmation_needed` where the caller must give the password or a code again before an operation that needs it. */
export function requireConfirmation(request: FastifyRequest): void {
  const asker = askerOf(request);
  if (asker?.isConfirmationDue) throw problem('confirmation_needed', { confirmWith: waysToConfirm(asker) });
}

function waysToConfirm({ secondFactor }: Asker): ('password' | 'code')[] {
  return secondFactor === 'on' ? ['password', 'code'] : ['password'];
}

function isOfApi(url: string | undefined): boolean {
  return url?.startsWith('/api/') ?? false;
}

function admits(request: FastifyRequest, caller: Caller): boolean {
  return (request.routeOptions.config.operations ?? []).some((operation) => mayUse(operation, caller));
}

/** The session of the request and the person who acts in it; null if the caller is not signed in. */
export function askerOf(request: FastifyRequest): Asker | null {
  return askers.get(request) ?? null;
}

/** Like `askerOf`, but throws `signed_out` if the caller is not signed in. */
export function requireSession(request: FastifyRequest): Asker {
  const asker = askerOf(request);
  if (!asker) throw problem('signed_out');
  return asker;
}

/**
 * Returns the person of a brand or of support who acts. The hooks have already checked the role. Throws `signed_out`, `turn_needed`.
 */
export function requireActor(request: FastifyRequest): Actor {
  const { actor } = requireSession(request);
  if (!actor) throw problem('turn_needed');
  return actor;
}

/** Like `requireActor`, for people of a brand. Throws `forbidden` for support. */
export function requirePerson(request: FastifyRequest): PersonActor {
  const actor = requireActor(request);
  if (actor.kind !== 'person') throw problem('forbidden');
  return actor;
}

/** Like `requireActor`, for people of the vendor's support. Throws `forbidden` for people of a brand. */
export function requireSupport(request: FastifyRequest): SupportActor {
  const actor = requireActor(request);
  if (actor.kind !== 'support') throw problem('forbidden');
  return actor;
}
