/** Routes of quiet hours for people of a brand: the hours, their history, today in each zone, and notices read (A8). */
import type { FastifyPluginAsync } from 'fastify';
import { markNoticeSeen } from '#flows/policy/mark-notice-seen.ts';
import { readZoneDays, type ZoneDay } from '#flows/policy/read-zone-days.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { policyHistory } from './brand-pages.ts';
import { ownQuietHours, type QuietHoursDeps } from './own-quiet-hours.ts';

export function quietHoursRoutes(deps: QuietHoursDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/quiet-hours', async (request) => {
      const person = requirePerson(request);
      const hours = await ownQuietHours(deps, person, languageOf(request));
      if (!hours) throw problem('not_found');
      return hours;
    });

    serve(app, 'GET /api/v1/quiet-hours/versions', async (request) => {
      const { brandId } = requirePerson(request);
      return policyHistory(deps, brandId, languageOf(request));
    });

    serve(app, 'GET /api/v1/quiet-hours/today', async (request) => {
      const { brandId } = requirePerson(request);
      const days = await readZoneDays(deps, brandId, deps.now());
      if (!days) throw problem('not_found');
      const zones = days.map(({ from, to, quiet, open, ...day }) => ({
        ...{ ...day, from: instantText(from), to: instantText(to) },
        ...{ quiet: quiet.map(stretchBody), open: open.map(stretchBody) },
      }));
      return { zones };
    });

    serve(app, 'POST /api/v1/quiet-hours/notice', async (request, reply) => {
      const { brandId, personId } = requirePerson(request);
      const seen = { brandId, personId, notice: request.body.key, at: deps.now() };
      await markNoticeSeen(deps, seen);
      return reply.code(204).send(null);
    });
  };
}

function stretchBody({ start, end }: ZoneDay['quiet'][number]) {
  return { start: instantText(start), end: instantText(end) };
}
