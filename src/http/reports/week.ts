/** The route of the summary of an ended week, with a preview of the mail that tells it. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Week } from '#contract/reports/week.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { type ChooseMailsDeps, readMailChoices } from '#flows/mail/choose-mails.ts';
import { type ComposeMailDeps, composeMail } from '#flows/mail/compose-mail.ts';
import type { PanoramaDeps } from '#flows/reports/read-panorama.ts';
import { readWeek, type WeekRead } from '#flows/reports/read-week.ts';
import { requirePerson, requireSession } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { scopeOf } from '#rules/people/access.ts';

export interface WeekRoutesDeps extends PanoramaDeps, ChooseMailsDeps, ComposeMailDeps {
  readonly now: () => number;
}

export function weekRoutes(deps: WeekRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/reports/week', async (request) => {
      const actor = requirePerson(request);
      const { storeId, week: weekOn } = request.query;
      const own = scopeOf('read_panorama', actor);
      if (own.storeId !== null && storeId !== undefined && storeId !== own.storeId) throw problem('forbidden');
      const wish = { storeId: storeId ?? own.storeId, weekOn: weekOn ?? null };
      const week = await readWeek(deps, actor.brandId, wish, deps.now());
      if (week === null) throw problem('not_found');
      if (week === 'unusable')
        throw problem('invalid', {
          faults: [{ path: 'week', code: 'custom', message: 'the Monday of an ended week' }],
        });
      return { ...week, mail: await previewMail(deps, request, week) } as unknown as Week;
    });
  };
}

/** Composes the mail of the week as the reader's account gets it; null: the account gets no such mails. */
async function previewMail(deps: WeekRoutesDeps, request: FastifyRequest, week: WeekRead): Promise<Week['mail']> {
  const { brandId, role } = requirePerson(request);
  const { accountId, kind: accountKind, name, email } = requireSession(request).session;
  const choices = await readMailChoices(deps, { accountId, kind: accountKind, role });
  const choice = choices.find(({ kind }) => kind === 'week_summary');
  if (choice === undefined) return null;
  const [brand] = await deps.db.read(brandId, (reads) => reads.run(readBrandCard, { brandId }));
  if (!brand) return null;
  const reader = { accountId, accountKind, name, email, language: languageOf(request), ticketId: null };
  const facts = { kind: 'week_summary', brand, week } as const;
  const { to, subject, text } = composeMail(deps, { ...reader, kind: 'week_summary' }, facts);
  return { wanted: choice.wanted, to, subject, text };
}
