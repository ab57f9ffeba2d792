/** What managers do for people who are locked out: reading who they are, and freeing a locked PIN. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { LockedPins, type Role, Unlock } from '#contract/sign-in/session.ts';
import type { Actor } from '#flows/people/who-asks.ts';
import type { PinRefusal } from '#flows/sign-in/pins/checked-pin.ts';
import { readLockedPins } from '#flows/sign-in/pins/locked-pins.ts';
import { type UnlockDeps, type UnlockRight, unlockPerson } from '#flows/sign-in/pins/unlock-person.ts';
import { requirePerson, requireSession } from '#http/core/caller/actor.ts';
import { instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { pinProblem, secondsUntil } from './pin-refusal.ts';

export interface PeopleDeps extends UnlockDeps {
  /** Told of every PIN that did not open. */
  readonly pinRefused: (refusal: PinRefusal) => void;
}

export function peopleRoutes(deps: PeopleDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/people/locked',
      {
        schema: {
          tags: ['people'],
          summary: 'Who is locked out by wrong PINs',
          description:
            'A store manager reads the sellers of the own store, a brand manager everybody of the brand who has a PIN: ' +
            'those whom the reader may free, from any device.',
          response: { 200: LockedPins, 403: Problem },
        },
      },
      async (request) => {
        const person = requirePerson(request, 'store_manager', 'brand_manager');
        const now = deps.hostNow();
        const locked = await readLockedPins(deps.db, person, now);
        const items = locked.map(({ role, until, ...each }) => ({
          ...each,
          role: role as Role,
          until: instantTextOrNull(until),
          secondsLeft: until === null ? null : secondsUntil(until, now),
        }));
        return { items, next: null };
      },
    );

    app.post(
      '/api/v1/people/:id/unlock',
      {
        config: { admits: 'session' },
        schema: {
          tags: ['people'],
          summary: 'Free a locked PIN',
          description:
            'Without a body: as who is acting, a seller’s by their store’s manager or the brand’s, a manager’s by the ' +
            'brand’s. On the PIN screen, where nobody holds the device: a seller’s with `managerPin` (and `managerId`, ' +
            'which says whose it is), a manager’s with ' +
            'the store’s `password` and their own `pin`. Begins no turn.',
          params: z.object({ id: Id }),
          body: Unlock.nullish(),
          response: { 204: z.null(), 401: Problem, 403: Problem, 423: Problem, 429: Problem },
        },
      },
      async (request, reply) => {
        const { session, actor } = requireSession(request);
        const { id } = request.params;
        const right = rightOf(request.body ?? {}, actor);
        const answer = await unlockPerson(deps, session, id, right);
        const trace = { brandId: session.brandId, personId: id, by: right.by, answer: answer.kind };
        request.log.info(trace, 'PIN unlock');
        switch (answer.kind) {
          case 'freed':
            return reply.code(204).send(null);
          case 'turn_needed':
          case 'forbidden':
          case 'wrong_credentials':
            throw problem(answer.kind);
          case 'new_pin_needed':
            throw problem(answer.kind, { shortestPin: answer.shortest }, { shortest: answer.shortest });
          case 'too_many_requests':
            throw problem(answer.kind, { retryAfterSeconds: secondsUntil(answer.nextAt, deps.hostNow()) });
          default:
            deps.pinRefused(answer);
            throw pinProblem(answer, deps.hostNow());
        }
      },
    );
  };
}

function rightOf(body: z.infer<typeof Unlock>, actor: Actor | null): UnlockRight {
  if ('managerPin' in body)
    return { by: 'manager_pin', managerPin: body.managerPin, managerId: body.managerId ?? null };
  if ('password' in body) return { by: 'store_password', password: body.password, pin: body.pin };
  return { by: 'actor', actor };
}
