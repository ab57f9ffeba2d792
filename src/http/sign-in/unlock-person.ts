/** Routes with which managers help people with locked PINs: list them, and free a PIN. */
import type { FastifyPluginAsync } from 'fastify';
import type { z } from 'zod';
import type { Unlock } from '#contract/sign-in/session.ts';
import type { Actor } from '#flows/people/identify-caller.ts';
import type { PinRefusal } from '#flows/sign-in/pins/checked-pin.ts';
import { readLockedPins } from '#flows/sign-in/pins/locked-pins.ts';
import { type UnlockDeps, type UnlockRight, unlockPerson } from '#flows/sign-in/pins/unlock-person.ts';
import { requirePerson, requireSession } from '#http/core/caller/actor.ts';
import { instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { pinProblem, secondsUntil } from './pin-refusal.ts';

export interface PeopleDeps extends UnlockDeps {
  /** Called for every refused PIN. */
  readonly onPinRefused: (refusal: PinRefusal) => void;
}

export function peopleRoutes(deps: PeopleDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/people/locked', async (request) => {
      const person = requirePerson(request);
      const now = deps.hostNow();
      const locked = await readLockedPins(deps.db, person, now);
      const items = locked.map(({ role, until, ...each }) => ({
        ...each,
        role,
        until: instantTextOrNull(until),
        secondsLeft: until === null ? null : secondsUntil(until, now),
      }));
      return { items, next: null };
    });

    serve(app, 'POST /api/v1/people/:id/unlock', async (request, reply) => {
      const { session, actor } = requireSession(request);
      const { id } = request.params;
      const right = rightOf(request.body ?? {}, actor);
      const answer = await unlockPerson(deps, session, id, right);
      const trace = { brandId: session.brandId, personId: id, by: right.by, answer: answer.kind };
      request.log.info(trace, 'PIN unlock answered');
      switch (answer.kind) {
        case 'freed':
          return reply.code(204).send(null);
        case 'turn_needed':
        case 'forbidden':
        case 'wrong_credentials':
        case 'one_time_pin_expired':
          throw problem(answer.kind);
        case 'new_pin_needed':
          throw problem(answer.kind, { shortestPin: answer.shortest }, { shortest: answer.shortest });
        case 'too_many_requests':
          throw problem(answer.kind, { retryAfterSeconds: secondsUntil(answer.nextAt, deps.hostNow()) });
        default:
          deps.onPinRefused(answer);
          throw pinProblem(answer, deps.hostNow());
      }
    });
  };
}

function rightOf(body: z.infer<typeof Unlock>, actor: Actor | null): UnlockRight {
  if ('managerPin' in body)
    return { by: 'manager_pin', managerPin: body.managerPin, managerId: body.managerId ?? null };
  if ('password' in body) return { by: 'store_password', password: body.password, pin: body.pin };
  return { by: 'actor', actor };
}
