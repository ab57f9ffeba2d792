/** The door of the house: signing in, taking a store's device in hand, giving it back, signing out. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#contract/problem.ts';
import { GivePin, Role, Session, SignIn, TurnAnswer, TurnKept } from '#contract/session.ts';
import type { PinRefusal } from '#flows/checked-pin.ts';
import { endTurn, signOut } from '#flows/end-turn.ts';
import { type GivePinDeps, givePin } from '#flows/give-pin.ts';
import { type SignInDeps, signIn } from '#flows/sign-in.ts';
import { askAs } from '#flows/who-asks.ts';
import { pickLanguage } from '#words/language.ts';
import { invalidFieldText } from '#words/problems.ts';
import { askerOf, requireSession } from './actor.ts';
import { networkOf } from './network.ts';
import { pinProblem, secondsUntil } from './pin-refusal.ts';
import { instantText, instantTextOrNull } from './present.ts';
import { presentSession } from './present-session.ts';
import { type ProblemError, problem } from './problem.ts';
import type { SessionCookies } from './session-cookies.ts';
import type { SupportHost } from './support-host.ts';

export interface SessionDeps extends SignInDeps, GivePinDeps {
  readonly cookies: SessionCookies;
  /** 256 random bits, base64url: what a device is known by. */
  readonly newToken: () => string;
  readonly supportHost: SupportHost;
  /** Told of every PIN that did not open. */
  readonly pinRefused: (refusal: PinRefusal) => void;
}

export function sessionRoutes(deps: SessionDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/v1/session',
      {
        config: { admits: 'anybody' },
        schema: {
          tags: ['session'],
          summary: 'Sign in: a store (then the PIN), a person or support',
          body: SignIn,
          response: { 200: Session, 401: Problem, 403: Problem, 409: Problem, 429: Problem },
        },
      },
      async (request, reply) => {
        const { email, password, newPassword } = request.body;
        const answer = await signIn(deps, {
          email,
          password,
          newPassword: newPassword ?? null,
          network: networkOf(request.ip),
          deviceKey: deps.cookies.deviceKey(request, reply, deps.newToken),
          admits: (kind) => deps.supportHost.admits(request, kind),
        });
        if (answer.kind !== 'signed_in') throw signInProblem(answer, request, deps.hostNow());
        const before = askerOf(request);
        if (before) await signOut(deps, before.session);
        const { session } = answer;
        request.log.info({ accountId: session.accountId, kind: session.kind, brandId: session.brandId }, 'signed in');
        deps.cookies.setSession(reply, answer.cookie);
        return presentSession(deps, await askAs(deps, session));
      },
    );

    app.get(
      '/api/v1/session',
      {
        config: { admits: 'session' },
        schema: { tags: ['session'], summary: 'Who is signed in', response: { 200: Session, 401: Problem } },
      },
      async (request) => presentSession(deps, requireSession(request)),
    );

    app.delete(
      '/api/v1/session',
      {
        config: { admits: 'anybody' },
        schema: {
          tags: ['session'],
          summary: 'Sign out, and take all data off the device',
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const asker = askerOf(request);
        if (asker) await signOut(deps, asker.session);
        deps.cookies.clearSession(reply);
        return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null);
      },
    );

    app.post(
      '/api/v1/session/pin',
      {
        config: { admits: 'session' },
        schema: {
          tags: ['session'],
          summary: 'Take the store’s device in hand with a PIN',
          body: GivePin,
          response: { 200: TurnAnswer, 401: Problem, 409: Problem, 423: Problem, 429: Problem },
        },
      },
      async (request) => {
        const { session } = requireSession(request);
        const { id: sessionId, brandId, storeId, deviceKey } = session;
        if (brandId === null || storeId === null) throw problem('forbidden');
        const { pin, personId, newPin } = request.body;
        const device = { brandId, storeId, deviceKey, sessionId };
        const answer = await givePin(deps, device, { pin, personId: personId ?? null, newPin: newPin ?? null });
        switch (answer.kind) {
          case 'turn': {
            const { personId: id, name, role } = answer.holder;
            request.log.info({ brandId, personId: id, turnId: answer.turnId }, 'turn began');
            return { person: { id, name, role: Role.parse(role) }, turnEndsAt: instantText(answer.endsAt) };
          }
          case 'new_pin_unasked':
            throw unasked('newPin', request);
          case 'new_pin_needed':
          case 'pin_short':
            throw problem(answer.kind, { shortestPin: answer.shortest }, { shortest: answer.shortest });
          case 'account_inactive':
          case 'pin_weak':
          case 'pin_taken':
            throw problem(answer.kind);
          default:
            request.log.info({ brandId, personId, refused: answer.kind }, 'PIN refused');
            deps.pinRefused(answer);
            throw pinProblem(answer, deps.hostNow());
        }
      },
    );

    app.put(
      '/api/v1/session/turn',
      {
        schema: {
          tags: ['session'],
          summary: 'Still here: the person types or taps',
          response: { 200: TurnKept, 401: Problem },
        },
      },
      // That it was asked at all is the touch: `identify`.
      async (request) => ({ turnEndsAt: instantTextOrNull(requireSession(request).turnEndsAt) }),
    );

    app.delete(
      '/api/v1/session/turn',
      {
        config: { admits: 'session' },
        schema: { tags: ['session'], summary: 'Give the device to the next person', response: { 204: z.null() } },
      },
      async (request, reply) => {
        await endTurn(deps, requireSession(request).session);
        return reply.code(204).send(null);
      },
    );
  };
}

type SignInRefusal = Exclude<Awaited<ReturnType<typeof signIn>>, { kind: 'signed_in' }>;

function signInProblem(refusal: SignInRefusal, request: FastifyRequest, now: number): ProblemError {
  request.log.info({ refused: refusal.kind, network: networkOf(request.ip) }, 'sign-in refused');
  if (refusal.kind === 'new_password_unasked') return unasked('newPassword', request);
  if (refusal.kind !== 'too_many_requests') return problem(refusal.kind);
  const seconds = secondsUntil(refusal.nextAt, now);
  return problem('too_many_requests', { retryAfterSeconds: seconds }, { seconds });
}

/** A new PIN or password has no place where the old one may stay: better said than silently ignored. */
function unasked(path: string, { headers }: FastifyRequest): ProblemError {
  const code = 'unrecognized_keys';
  const message = invalidFieldText(pickLanguage(headers['accept-language']), code, { keys: [path] });
  return problem('invalid', { faults: [{ path, code, message }] });
}
