/** Routes of what customers may ask a brand to do with their data. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { CustomerExport } from '#contract/customers/privacy.ts';
import { type EraseDeps, eraseCustomer } from '#flows/customers/privacy/erase-customer.ts';
import { type ExportedCustomer, exportCustomer } from '#flows/customers/privacy/export-customer.ts';
import { readPrivacyLog } from '#flows/customers/privacy/read-privacy-log.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { exportPage } from './export-page.ts';
import { exportBody } from './present-export.ts';

export function privacyRoutes(deps: EraseDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/customers/:id/export', async (request, reply) => {
      const found = await takeExport(deps, request, request.params.id);
      const body = exportBody(found, languageOf(request));
      return nameFile(reply, body, 'json').send(body);
    });

    serve(app, 'GET /api/v1/customers/:id/export.html', async (request, reply) => {
      const found = await takeExport(deps, request, request.params.id);
      const language = request.query.language ?? languageOf(request);
      const body = exportBody(found, language);
      const page = exportPage(body, language, found.customer.storeZone);
      return nameFile(reply, body, 'html').header('content-type', 'text/html; charset=utf-8').send(page);
    });

    serve(app, 'GET /api/v1/privacy-log', async (request) => {
      const { rows, last } = await readPrivacyLog(deps.db, requirePerson(request).brandId, parsePage(request.query));
      const items = rows.map(({ id, at, what, customerId, customerName, byName: by, reason }) => {
        const customer = customerName === '' ? null : { id: customerId, name: customerName };
        return { id, at: instantText(at), what, customer, by, reason };
      });
      return { items, next: nextOf(last) };
    });

    serve(app, 'POST /api/v1/customers/:id/erase', async (request, reply) => {
      const person = requirePerson(request);
      const customerId = request.params.id;
      const answer = await eraseCustomer(deps, person, { customerId, reason: request.body.reason });
      if (answer === 'not_found') throw problem('not_found');
      if (answer === 'import_running') throw problem('erasure_waits');
      const { brandId, personId } = person;
      request.log.info({ brandId, customerId, personId }, 'customer erased');
      return reply.code(204).send(null);
    });
  };
}

async function takeExport(deps: EraseDeps, request: FastifyRequest, customerId: string): Promise<ExportedCustomer> {
  const person = requirePerson(request);
  const found = await exportCustomer(deps, person, customerId);
  if (found === null) throw problem('not_found');
  const { brandId, personId } = person;
  request.log.info({ brandId, customerId, personId }, 'customer exported');
  return found;
}

/** The name of the file says the day and not the customer: downloads are listed where others read them. */
function nameFile(reply: FastifyReply, { exportedAt }: CustomerExport, ending: 'json' | 'html'): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="cliente-${exportedAt.slice(0, 10)}.${ending}"`)
    .header('cache-control', 'no-store');
}
