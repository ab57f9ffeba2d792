/** The routes of the Panorama and of the attempts behind its figures, for the stores that `read_panorama` reaches. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { z } from 'zod';
import type { Panorama, ReportCsvQuery } from '#contract/reports/panorama.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type PanoramaDeps, readPanorama } from '#flows/reports/read-panorama.ts';
import { exportReportAttempts, listReportAttempts, type ReportListWish } from '#flows/reports/report-attempts.ts';
import { rowBody } from '#http/contact/attempt-story.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { serve } from '#http/core/serve.ts';
import { REPORT_CSV } from '#words/reports/csv/report-csv.ts';
import { attemptLine, sendCsv } from './report-csv.ts';
import { findPeriod, found } from './report-period.ts';

interface Deps extends PanoramaDeps {
  readonly now: () => number;
}

export function panoramaRoutes(deps: Deps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/reports/panorama', async (request) => {
      const actor = requirePerson(request);
      const wish = await findPeriod(deps, actor, request.query);
      const read = found(await readPanorama(deps, actor.brandId, wish, deps.now()));
      return read as unknown as Panorama;
    });
    serveLists(app, deps);
  };
}

function serveLists(app: FastifyInstance, deps: Deps): void {
  serve(app, 'GET /api/v1/reports/attempts', async (request) => {
    const actor = requirePerson(request);
    const wish = await findList(deps, actor, request.query);
    const read = await listReportAttempts(deps, actor.brandId, wish, deps.now(), parsePage(request.query));
    const { rows, last } = found(read);
    const language = languageOf(request);
    const items = rows.map((row) => ({ ...rowBody(row, language), eventAt: instantText(row.eventAt) }));
    return { items, next: nextOf(last) };
  });

  serve(app, 'GET /api/v1/reports/attempts.csv', async (request, reply) => {
    const actor = requirePerson(request);
    const wish = await findList(deps, actor, request.query);
    const pages = found(await exportReportAttempts(deps, actor.brandId, wish, deps.now()));
    const language = languageOf(request);
    return sendCsv(reply, language, REPORT_CSV[language], pages, attemptLine(language));
  });
}

async function findList(
  deps: Deps,
  actor: PersonActor,
  { event, hour, version, ...period }: z.infer<typeof ReportCsvQuery>,
): Promise<ReportListWish> {
  return { ...(await findPeriod(deps, actor, period)), event, hour: hour ?? null, version: version ?? null };
}
