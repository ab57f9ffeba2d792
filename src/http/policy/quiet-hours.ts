/** The quiet hours as the caller's store sees them, and what a person is told once about them (A8). */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { NoticeSeen, PolicyHistory, QuietHours, ZoneDays } from '#contract/policy/quiet-hours.ts';
import { noticeSeen } from '#db/policy/quiet-hours.ts';
import { readZoneDays, type ZoneDay } from '#flows/policy/read-zone-days.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { pickLanguage } from '#words/core/language.ts';
import { policyHistory } from './brand-pages.ts';
import { ownQuietHours, type QuietHoursDeps } from './own-quiet-hours.ts';

export function quietHoursRoutes(deps: QuietHoursDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/quiet-hours',
      { schema: { tags: ['quiet hours'], summary: 'As my store sees them, now', response: { 200: QuietHours } } },
      async (request) => {
        const person = requirePerson(request);
        const hours = await ownQuietHours(deps, person, pickLanguage(request.headers['accept-language']));
        if (!hours) throw problem('not_found');
        return hours;
      },
    );

    app.get(
      '/api/v1/quiet-hours/versions',
      {
        schema: {
          tags: ['quiet hours'],
          summary: 'For brand managers: what was published, paused and resumed, newest first (A7)',
          response: { 200: PolicyHistory },
        },
      },
      async (request) => {
        const { brandId } = requirePerson(request, 'brand_manager');
        return policyHistory(deps, brandId, pickLanguage(request.headers['accept-language']));
      },
    );

    app.get(
      '/api/v1/quiet-hours/today',
      {
        schema: {
          tags: ['quiet hours'],
          summary: 'For brand managers: when it is quiet and when stores are open, today in each zone',
          response: { 200: ZoneDays },
        },
      },
      async (request) => {
        const { brandId } = requirePerson(request, 'brand_manager');
        const days = await readZoneDays(deps, brandId, deps.now());
        if (!days) throw problem('not_found');
        const zones = days.map(({ from, to, quiet, open, ...day }) => ({
          ...{ ...day, from: instantText(from), to: instantText(to) },
          ...{ quiet: quiet.map(stretchBody), open: open.map(stretchBody) },
        }));
        return { zones };
      },
    );

    app.post(
      '/api/v1/quiet-hours/notice',
      { schema: { tags: ['quiet hours'], summary: 'I have been told', body: NoticeSeen, response: { 204: z.null() } } },
      async (request, reply) => {
        const { brandId, personId } = requirePerson(request);
        const seen = { brandId, personId, notice: request.body.key, at: deps.now() };
        await deps.db.inBrand(brandId, async (tx) => tx.send(noticeSeen, seen));
        return reply.code(204).send(null);
      },
    );
  };
}

function stretchBody({ start, end }: ZoneDay['quiet'][number]) {
  return { start: instantText(start), end: instantText(end) };
}
