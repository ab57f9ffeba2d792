/** The route of the weeks before and after a change of the quiet hours. */
import type { FastifyPluginAsync } from 'fastify';
import type { BeforeAfter } from '#contract/reports/before-after.ts';
import { readBeforeAfter } from '#flows/reports/read-before-after.ts';
import type { PanoramaDeps } from '#flows/reports/read-panorama.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText } from '#http/core/present.ts';
import { serve } from '#http/core/serve.ts';
import { policySentence } from '#words/policy/sentence.ts';
import { findPeriod, found } from './report-period.ts';

export function beforeAfterRoutes(deps: PanoramaDeps & { readonly now: () => number }): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/reports/before-after', async (request) => {
      const actor = requirePerson(request);
      const { version, ...period } = request.query;
      const wish = { ...(await findPeriod(deps, actor, period)), version: version ?? null };
      const { versions, cut, ...read } = found(await readBeforeAfter(deps, actor.brandId, wish, deps.now()));
      const language = languageOf(request);
      return {
        ...(read as unknown as Omit<BeforeAfter, 'versions' | 'cut'>),
        cut: cut && { ...cut, at: instantText(cut.at) },
        versions: versions.map(({ version: number, startsAt, policy }) => ({
          version: number,
          startsAt: instantText(startsAt),
          sentence: policySentence(language, policy),
        })),
      };
    });
  };
}
