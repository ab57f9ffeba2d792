/** Who a request comes from, found out once before anything else is looked at; doors then ask for whom they need. */
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import {
  type Actor,
  type Asker,
  type PersonActor,
  type SupportActor,
  type WhoAsksDeps,
  whoAsks,
} from '#flows/people/who-asks.ts';
import { problem } from '#http/core/problem.ts';
import { isReading } from '#http/core/requests/foreign-origin.ts';
import type { SessionCookies } from './session-cookies.ts';
import type { SupportHost } from './support-host.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whom a door under `/api/` lets in. Left out: only somebody who acts (a person whose turn it is, or with their own
     * account, or support). `session`: also a store's device that nobody holds. `anybody`: nobody need be signed in.
     */
    readonly admits?: 'session' | 'anybody';
  }
}

export interface IdentifyDeps extends WhoAsksDeps {
  readonly cookies: SessionCookies;
  readonly demo: boolean;
}

const askers = new WeakMap<FastifyRequest, Asker>();

/**
 * An `onRequest` hook for the whole app, after the cookies are parsed. It refuses before the body is read, so a door
 * that says nothing of whom it admits is closed to strangers. What is not read by GET touches session and turn.
 */
export function identify(deps: IdentifyDeps, { admits: isHosted }: SupportHost): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (!request.routeOptions.url?.startsWith('/api/')) return;
    const cookie = deps.cookies.session(request);
    const found = cookie === undefined ? null : await whoAsks(deps, cookie, !isReading(request));
    const asker = found && isHosted(request, found.session.kind) ? found : null;
    if (asker) askers.set(request, asker);
    if (asker?.prolonged && cookie !== undefined) deps.cookies.setSession(reply, cookie);
    const { admits } = request.routeOptions.config;
    if (admits === 'anybody') return;
    if (!asker) throw problem('signed_out', deps.demo ? { demo: true } : {});
    if (!asker.actor && admits !== 'session') throw problem('turn_needed');
  };
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

/** Whoever acts in one of these roles; all where none is named. Throws `signed_out`, `turn_needed`, `forbidden`. */
export function requireActor(request: FastifyRequest, ...roles: readonly (PersonActor['role'] | 'support')[]): Actor {
  const { actor } = requireSession(request);
  if (!actor) throw problem('turn_needed');
  const role = actor.kind === 'support' ? 'support' : actor.role;
  if (roles.length > 0 && !roles.includes(role)) throw problem('forbidden');
  return actor;
}

/** A person of a brand, in one of these roles; any where none is named. */
export function requirePerson(request: FastifyRequest, ...roles: readonly PersonActor['role'][]): PersonActor {
  const actor = requireActor(request, ...roles);
  if (actor.kind !== 'person') throw problem('forbidden');
  return actor;
}

/** The vendor's support. */
export function requireSupport(request: FastifyRequest): SupportActor {
  const actor = requireActor(request, 'support');
  if (actor.kind !== 'support') throw problem('forbidden');
  return actor;
}
