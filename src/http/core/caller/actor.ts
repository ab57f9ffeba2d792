/** Who a request comes from, and whether its route admits that caller: found out once, before the handler runs. */
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
import { problem } from '#http/core/problem.ts';
import { isReading } from '#http/core/requests/cross-origin.ts';
import { mayUse } from '#rules/people/access.ts';
import type { Caller, Operation } from '#rules/people/access-table.ts';
import type { SessionCookies } from './session-cookies.ts';
import type { SupportHost } from './support-host.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route carries out: a caller who may use none of these operations is refused. `serve` takes it from the contract. */
    readonly operations?: readonly Operation[];
  }
}

export interface IdentifyDeps extends IdentifyCallerDeps {
  readonly cookies: SessionCookies;
  readonly demo: boolean;
}

const askers = new WeakMap<FastifyRequest, Asker>();

/**
 * An `onRequest` hook for the whole app, after the cookies are parsed. It refuses before the body is read those who
 * are not signed in, and devices that nobody holds. What is not read by GET touches session and turn.
 */
export function identify(deps: IdentifyDeps, { admits: isHosted }: SupportHost): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (!isOfApi(request.routeOptions.url)) return;
    const cookie = deps.cookies.session(request);
    const found = cookie === undefined ? null : await identifyCaller(deps, cookie, !isReading(request));
    const asker = found && isHosted(request, found.session.kind) ? found : null;
    if (asker) askers.set(request, asker);
    if (asker?.prolonged && cookie !== undefined) deps.cookies.setSession(reply, cookie);
    if (admits(request, 'nobody')) return;
    if (!asker) throw problem('signed_out', deps.demo ? { demo: true } : {});
    if (!asker.actor && !admits(request, 'device')) throw problem('turn_needed');
  };
}

/**
 * An `onRoute` hook: refuses, just before the handler of a route under `/api/` runs, callers who may use none of its
 * operations. Throws for a route that names none, so that such a server does not start.
 */
export function guardRoute(route: RouteOptions): void {
  if (!isOfApi(route.url)) return;
  if (!route.config?.operations)
    throw new Error(`${route.method} ${route.url} names no operation: serve it from the table`);
  route.preHandler = [route.preHandler ?? [], authorize].flat();
}

const authorize: preHandlerAsyncHookHandler = async (request) => {
  if (!admits(request, callerOf(askerOf(request)))) throw problem('forbidden');
};

function isOfApi(url: string | undefined): boolean {
  return url?.startsWith('/api/') ?? false;
}

function admits(request: FastifyRequest, caller: Caller): boolean {
  return (request.routeOptions.config.operations ?? []).some((operation) => mayUse(operation, caller));
}

/** The session and who holds it; null where nobody is signed in. */
export function askerOf(request: FastifyRequest): Asker | null {
  return askers.get(request) ?? null;
}

/** Throws `signed_out`. */
export function requireSession(request: FastifyRequest): Asker {
  const asker = askerOf(request);
  if (!asker) throw problem('signed_out');
  return asker;
}

/** The person or agent who acts. Which roles the route admits was checked before. Throws `signed_out`, `turn_needed`. */
export function requireActor(request: FastifyRequest): Actor {
  const { actor } = requireSession(request);
  if (!actor) throw problem('turn_needed');
  return actor;
}

/** A person of a brand. Throws `forbidden` for support. */
export function requirePerson(request: FastifyRequest): PersonActor {
  const actor = requireActor(request);
  if (actor.kind !== 'person') throw problem('forbidden');
  return actor;
}

/** An agent of the vendor's support. Throws `forbidden` for people of a brand. */
export function requireSupport(request: FastifyRequest): SupportActor {
  const actor = requireActor(request);
  if (actor.kind !== 'support') throw problem('forbidden');
  return actor;
}
