/** Routes of the demo: its clock, which anyone may move, and its sign-in with one tap. Production has none of them. */
import type { FastifyPluginAsync } from 'fastify';
import type { DemoPersonKey, Session } from '#contract/sign-in/session.ts';
import { askAs } from '#flows/people/identify-caller.ts';
import { givePin } from '#flows/sign-in/pins/give-pin.ts';
import { languageOf } from '#http/core/language.ts';
import { instantOf, instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { openSession } from '#http/sign-in/open-session.ts';
import { pinProblem } from '#http/sign-in/pin-refusal.ts';
import { presentSession } from '#http/sign-in/present-session.ts';
import type { SessionDeps } from '#http/sign-in/session.ts';

export interface DemoDeps {
  readonly clock: {
    readonly read: () => { readonly now: number; readonly ticking: boolean };
    readonly move: (to: number, ticking: boolean) => Promise<void>;
  };
  readonly session: SessionDeps;
  readonly signInOf: (key: DemoPersonKey) => {
    readonly email: string;
    readonly password: string;
    readonly turn: { readonly name: string; readonly pin: string } | null;
  };
}

export function demoRoutes(deps: DemoDeps): FastifyPluginAsync {
  return async (app) => {
    const { read, move } = deps.clock;
    const config = { isAlwaysAnswered: true } as const;
    const body = () => {
      const { now, ticking } = read();
      return { now: instantText(now), ticking };
    };
    serve(app, 'GET /api/v1/demo/clock', async () => body(), { config });
    serve(
      app,
      'PUT /api/v1/demo/clock',
      async (request) => {
        await move(instantOf(request.body.now), request.body.ticking);
        return body();
      },
      { config },
    );
    serve(
      app,
      'POST /api/v1/demo/session',
      async (request, reply) => {
        const { email, password, turn } = deps.signInOf(request.body.as);
        const language = languageOf(request);
        const asker = await openSession(deps.session, request, reply, { email, password, newPassword: null });
        if (asker === 'code_needed') throw problem('second_factor_in_demo');
        const session = await presentSession(deps.session, asker, language);
        if (turn === null) return session;
        await beginTurn(deps.session, asker.session, session, turn);
        return presentSession(deps.session, await askAs(deps.session, asker.session), language);
      },
      { config },
    );
  };
}

/**
 * Starts the person's turn on the store's device with the person's PIN. Throws the problem of a refused PIN;
 * `account_inactive` if the PIN must be changed first.
 */
async function beginTurn(
  deps: SessionDeps,
  { id: sessionId, brandId, storeId, deviceKey }: Parameters<typeof askAs>[1],
  { people = [] }: Session,
  { name, pin }: { readonly name: string; readonly pin: string },
): Promise<void> {
  const person = people.find((each) => each.name === name);
  if (person === undefined || brandId === null || storeId === null) throw problem('not_found');
  const device = { brandId, storeId, deviceKey, sessionId };
  const answer = await givePin(deps, device, { pin, personId: person.id, newPin: null });
  switch (answer.kind) {
    case 'turn':
      return;
    case 'account_inactive':
    case 'one_time_pin_expired':
    case 'new_pin_needed':
    case 'new_pin_unasked':
    case 'pin_short':
    case 'pin_weak':
    case 'pin_taken':
      throw problem('account_inactive');
    default:
      throw pinProblem(answer, deps.hostNow());
  }
}
