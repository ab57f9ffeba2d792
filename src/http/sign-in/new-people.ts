/** Routes with which managers add people and give one-time PINs. Neither a PIN nor a name is written to the log. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ListedPerson } from '#db/people/person-list.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { readPerson } from '#flows/people/read-people.ts';
import type { LinkDeps } from '#flows/sign-in/links/link-deps.ts';
import { renewInvitation } from '#flows/sign-in/links/renew-invitation.ts';
import { addStorePerson, inviteBrandManager } from '#flows/sign-in/new-person.ts';
import { giveNewPins } from '#flows/sign-in/pins/new-pins.ts';
import type { OneTimePinDeps } from '#flows/sign-in/pins/one-time-pins.ts';
import { requirePerson, requireSession } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { personRow, storeUnknown } from '#http/people/people.ts';
import { madeBody } from './links/invitations.ts';

export type NewPeopleDeps = LinkDeps & OneTimePinDeps;

export function newPeopleRoutes(deps: NewPeopleDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/people', async (request, reply) => {
      const actor = requirePerson(request);
      const { name, role, storeId, email, language = languageOf(request) } = request.body;
      // The schema has checked that exactly one of `storeId` and `email` is there, as the role asks.
      if (email !== undefined) {
        const invited = { name, email, language };
        const answer = await inviteBrandManager(deps, actor, requireSession(request).session.accountId, invited);
        if (answer.kind !== 'invited') throw problem(answer.kind);
        logAct(request, actor, [answer.personId], 'brand manager invited');
        const person = await readMade(deps, actor, answer.personId);
        return reply
          .code(201)
          .send({ person: personRow(person), pin: null, pinUntil: null, link: madeBody(answer.link) });
      }
      if (storeId === undefined) throw storeUnknown();
      const answer = await addStorePerson(deps, actor, { name, role, storeId });
      if (answer.kind === 'store_unknown') throw storeUnknown();
      if (answer.kind !== 'made') throw problem(answer.kind);
      logAct(request, actor, [answer.personId], 'person added');
      const person = await readMade(deps, actor, answer.personId);
      const { pin, until } = answer;
      return reply.code(201).send({ person: personRow(person), pin, pinUntil: instantText(until), link: null });
    });

    serve(app, 'POST /api/v1/people/:id/invitation', async (request, reply) => {
      const actor = requirePerson(request);
      const { email = null, language = languageOf(request) } = request.body;
      const { accountId } = requireSession(request).session;
      const personId = request.params.id;
      const answer = await renewInvitation(deps, actor, accountId, { personId, email, language });
      if (answer.kind === 'email_unknown') throw problem('invalid', { faults: [{ path: 'email', code: 'required' }] });
      if (answer.kind === 'has_account') throw problem('email_taken');
      if (answer.kind !== 'invited') throw problem(answer.kind);
      logAct(request, actor, [personId], 'brand manager invited again');
      return reply.code(201).send(madeBody(answer.link));
    });

    serve(app, 'POST /api/v1/people/:id/pin', async (request, reply) => {
      const { pins, until } = await givePins(deps, request, [request.params.id]);
      const [given] = pins;
      if (!given) throw problem('not_found');
      return reply.code(201).send({ pin: given.pin, until: instantText(until) });
    });

    serve(app, 'POST /api/v1/people/pins', async (request, reply) => {
      const { pins, until } = await givePins(deps, request, request.body.personIds);
      return reply.code(201).send({ items: [...pins], until: instantText(until), next: null });
    });
  };
}

async function givePins(deps: NewPeopleDeps, request: FastifyRequest, personIds: readonly string[]) {
  const actor = requirePerson(request);
  const answer = await giveNewPins(deps, actor, personIds);
  if (answer.kind !== 'given') throw problem(answer.kind === 'other_store' ? 'people_of_stores' : answer.kind);
  logAct(request, actor, personIds, 'one-time PINs given');
  return answer;
}

async function readMade(deps: NewPeopleDeps, actor: PersonActor, personId: string): Promise<ListedPerson> {
  // A person who was just added has no days off, so that the app's clock does not matter.
  const now = deps.hostNow();
  const person = await readPerson(deps, actor, personId, { now, appNow: now });
  if (person === null) throw new Error('The person who was just added is gone');
  return person;
}

function logAct(
  request: FastifyRequest,
  { brandId, personId: by }: PersonActor,
  personIds: readonly string[],
  act: string,
): void {
  request.log.info({ brandId, personIds, by }, act);
}
