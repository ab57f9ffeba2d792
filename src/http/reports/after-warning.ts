/** The routes of the contacts that went on after a warning: counted, one by one, and as CSV. */
import type { FastifyPluginAsync } from 'fastify';
import type { AfterWarning } from '#contract/reports/after-warning.ts';
import {
  type ContactAfterWarning,
  exportAfterWarning,
  listAfterWarning,
  readAfterWarning,
} from '#flows/reports/read-after-warning.ts';
import type { PanoramaDeps } from '#flows/reports/read-panorama.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { serve } from '#http/core/serve.ts';
import { shownName } from '#words/customers/erased-name.ts';
import { AFTER_WARNING_CSV } from '#words/reports/csv/after-warning-csv.ts';
import { momentCells, sendCsv } from './report-csv.ts';
import { findPeriod, found } from './report-period.ts';

export function afterWarningRoutes(deps: PanoramaDeps & { readonly now: () => number }): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/reports/sent-after-warning', async (request) => {
      const actor = requirePerson(request);
      const wish = await findPeriod(deps, actor, request.query);
      return found(await readAfterWarning(deps, actor.brandId, wish, deps.now())) as unknown as AfterWarning;
    });

    serve(app, 'GET /api/v1/reports/sent-after-warning/contacts', async (request) => {
      const actor = requirePerson(request);
      const wish = await findPeriod(deps, actor, request.query);
      const page = await listAfterWarning(deps, actor.brandId, wish, deps.now(), parsePage(request.query));
      const { rows, last } = found(page);
      const language = languageOf(request);
      const items = rows.map((row) => ({
        ...row,
        customerName: shownName(language, row.customerName),
        eventAt: instantText(row.eventAt),
      }));
      return { items, next: nextOf(last) };
    });

    serve(app, 'GET /api/v1/reports/sent-after-warning/contacts.csv', async (request, reply) => {
      const actor = requirePerson(request);
      const wish = await findPeriod(deps, actor, request.query);
      const pages = found(await exportAfterWarning(deps, actor.brandId, wish, deps.now()));
      const language = languageOf(request);
      const { file, header, because, followed, yes, no } = AFTER_WARNING_CSV[language];
      const lineOf = (row: ContactAfterWarning) => [
        ...momentCells(language, row),
        row.storeName ?? '',
        row.sellerName,
        shownName(language, row.customerName),
        row.because === null ? '' : because[row.because],
        row.afterRefusal ? yes : no,
        row.readSeconds === null ? '' : String(row.readSeconds),
        followed[row.followedDay],
        followed[row.followedWeek],
        row.id,
      ];
      return sendCsv(reply, language, { file, header }, pages, lineOf);
    });
  };
}
