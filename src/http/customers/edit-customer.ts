/** Routes that add and change customers by hand. */
import type { FastifyPluginAsync } from 'fastify';
import type { ChangeCustomer } from '#contract/customers/customer-form.ts';
import { listTags } from '#flows/customers/edit/list-tags.ts';
import { changeCustomer, createCustomer, type NumberTaken } from '#flows/customers/edit/save-customer.ts';
import type { EditDeps } from '#flows/customers/edit/write-customer.ts';
import { readProfile } from '#flows/customers/read-profile.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { profileBody, timeOfDay } from './present-customer.ts';

export function editCustomerRoutes(deps: EditDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/customers', async (request, reply) => {
      const author = requirePerson(request);
      const { contactFrom, ...fields } = request.body;
      const answer = await createCustomer(deps, author, { ...fields, ...minuteField(contactFrom) });
      if (answer.kind === 'number_taken') throw numberTaken(answer);
      if (answer.kind === 'faults') throw problem('invalid', { faults: answer.faults });
      const { id } = answer;
      request.log.info({ brandId: author.brandId, customerId: id, personId: author.personId }, 'customer added');
      const profile = await readProfile(deps.db, author, id, deps.now());
      if (profile.kind === 'not_found') throw problem('not_found');
      return reply.code(201).send(profileBody(profile, languageOf(request)));
    });

    serve(app, 'PATCH /api/v1/customers/:id', async (request, reply) => {
      const author = requirePerson(request);
      const { id } = request.params;
      const { contactFrom, seen, ...fields } = request.body;
      const wish = { ...fields, ...minuteField(contactFrom), seen: seenFields(seen) };
      const answer = await changeCustomer(deps, author, id, wish);
      if (answer.kind === 'not_found') throw problem('not_found');
      if (answer.kind === 'number_taken') throw numberTaken(answer);
      if (answer.kind === 'faults') throw problem('invalid', { faults: answer.faults });
      if (answer.kind === 'changed_meanwhile')
        throw problem('customer_changed', { changed: answer.changed.map(presentField) });
      request.log.info({ brandId: author.brandId, customerId: id, personId: author.personId }, 'customer changed');
      return reply.code(204).send(null);
    });

    serve(app, 'GET /api/v1/customer-tags', async (request) => ({
      tags: [...(await listTags(deps.db, requirePerson(request), request.query.query))],
    }));
  };
}

function numberTaken({ customer }: NumberTaken) {
  return problem('customer_exists', { customer }, { name: customer?.name ?? '' });
}

type Time = string | null | undefined;

function minuteField(time: Time) {
  return time === undefined ? {} : { contactFromMinute: minuteOf(time) };
}

function seenFields({ contactFrom, ...seen }: ChangeCustomer['seen']) {
  return { ...seen, ...minuteField(contactFrom) };
}

/** Presents a field under the name and in the format of the request. */
function presentField({ field, value }: { readonly field: string; readonly value: unknown }) {
  if (field !== 'contactFromMinute') return { field, value };
  return { field: 'contactFrom', value: typeof value === 'number' ? timeOfDay(value) : null };
}

/** Converts `HH:mm` into the minute of the day. */
function minuteOf(time: string | null): number | null {
  return time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
