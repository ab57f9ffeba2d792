/** The quiet hours as the caller's store sees them, and what a person is told once about them (A8). */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { NoticeSeen, PolicyHistory, QuietHours } from '#contract/quiet-hours.ts';
import type { Database } from '#db/db.ts';
import { noticeSeen } from '#db/quiet-hours.ts';
import { readQuietHours } from '#flows/read-quiet-hours.ts';
import type { Timelines } from '#flows/timelines.ts';
import { pickLanguage } from '#words/language.ts';
import { requirePerson } from './actor.ts';
import { policyHistory } from './brand-pages.ts';
import { noticeBody, quietHoursBody } from './present-quiet-hours.ts';
import { problem } from './problem.ts';

export interface QuietHoursDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => number;
  readonly isTicking: () => boolean;
}

export function quietHoursRoutes(deps: QuietHoursDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/quiet-hours',
      { schema: { tags: ['quiet hours'], summary: 'As my store sees them, now', response: { 200: QuietHours } } },
      async (request) => {
        const { brandId, storeId, personId, role } = requirePerson(request);
        const language = pickLanguage(request.headers['accept-language']);
        const now = deps.now();
        const read = await readQuietHours(deps, brandId, { storeId, personId }, now);
        if (!read) throw problem('not_found');
        const allZones = role === 'brand_manager';
        return {
          ...quietHoursBody(read, { language, now, ticking: deps.isTicking(), allZones }),
          notice: noticeBody(read, { language, now }),
        };
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
