/** Routes of sessions and turns: sign in, sign out, start a turn with a PIN, prolong it, end it. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { Role } from '#contract/sign-in/session.ts';
import { endTurn, signOut } from '#flows/sign-in/end-turn.ts';
import type { PinRefusal } from '#flows/sign-in/pins/checked-pin.ts';
import { type GivePinDeps, givePin } from '#flows/sign-in/pins/give-pin.ts';
import { askerOf, requireSession } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import type { QuietHoursDeps } from '#http/policy/own-quiet-hours.ts';
import { type OpenSessionDeps, openSession, unaskedFieldProblem } from './open-session.ts';
import { pinProblem } from './pin-refusal.ts';
import { presentSession } from './present-session.ts';

export interface SessionDeps extends OpenSessionDeps, GivePinDeps, QuietHoursDeps {
  /** Called for every refused PIN. */
  readonly onPinRefused: (refusal: PinRefusal) => void;
}

export function sessionRoutes(deps: SessionDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/session', async (request, reply) => {
      const credentials = { ...request.body, newPassword: request.body.newPassword ?? null };
      const asker = await openSession(deps, request, reply, credentials);
      if (asker === 'code_needed') return { kind: 'totp-needed' as const };
      return presentSession(deps, asker, languageOf(request));
    });

    serve(app, 'GET /api/v1/session', async (request) =>
      presentSession(deps, requireSession(request), languageOf(request)),
    );

    serve(app, 'DELETE /api/v1/session', async (request, reply) => {
      const asker = askerOf(request);
      if (asker) await signOut(deps, asker.session);
      deps.cookies.clearSession(reply);
      return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null);
    });

    serveTurns(app, deps);
  };
}

/** Serves the turns of a store's device: begin with a PIN, prolong, end. */
function serveTurns(app: FastifyInstance, deps: SessionDeps): void {
  serve(app, 'POST /api/v1/session/pin', async (request) => {
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
        throw unaskedFieldProblem('newPin', request);
      case 'new_pin_needed':
      case 'pin_short':
        throw problem(answer.kind, { shortestPin: answer.shortest }, { shortest: answer.shortest });
      case 'account_inactive':
      case 'one_time_pin_expired':
      case 'pin_weak':
      case 'pin_taken':
        throw problem(answer.kind);
      default:
        request.log.info({ brandId, personId, refused: answer.kind }, 'PIN refused');
        deps.onPinRefused(answer);
        throw pinProblem(answer, deps.hostNow());
    }
  });

  // `identify` has already prolonged the turn, as for every request that changes something.
  serve(app, 'PUT /api/v1/session/turn', async (request) => ({
    turnEndsAt: instantTextOrNull(requireSession(request).turnEndsAt),
  }));

  serve(app, 'DELETE /api/v1/session/turn', async (request, reply) => {
    await endTurn(deps, requireSession(request).session);
    return reply.code(204).send(null);
  });
}
