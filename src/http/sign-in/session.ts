/** The door of the house: signing in, taking a store's device in hand, giving it back, signing out. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import { GivePin, Role, Session, SignIn, TurnAnswer, TurnKept } from '#contract/sign-in/session.ts';
import { endTurn, signOut } from '#flows/sign-in/end-turn.ts';
import type { PinRefusal } from '#flows/sign-in/pins/checked-pin.ts';
import { type GivePinDeps, givePin } from '#flows/sign-in/pins/give-pin.ts';
import { askerOf, requireSession } from '#http/core/caller/actor.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import type { QuietHoursDeps } from '#http/policy/own-quiet-hours.ts';
import { pickLanguage } from '#words/core/language.ts';
import { type OpenSessionDeps, openSession, unaskedField } from './open-session.ts';
import { pinProblem } from './pin-refusal.ts';
import { presentSession } from './present-session.ts';

export interface SessionDeps extends OpenSessionDeps, GivePinDeps, QuietHoursDeps {
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
        const asker = await openSession(deps, request, reply, { email, password, newPassword: newPassword ?? null });
        return presentSession(deps, asker, languageOf(request));
      },
    );

    app.get(
      '/api/v1/session',
      {
        config: { admits: 'session' },
        schema: { tags: ['session'], summary: 'Who is signed in', response: { 200: Session, 401: Problem } },
      },
      async (request) => presentSession(deps, requireSession(request), languageOf(request)),
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
            throw unaskedField('newPin', request);
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

function languageOf({ headers }: FastifyRequest) {
  return pickLanguage(headers['accept-language']);
}
