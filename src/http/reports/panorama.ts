/** The routes of the Panorama and of the attempts behind its figures, for the stores that `read_panorama` reaches. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { z } from 'zod';
import type { Panorama, PanoramaQuery, ReportCsvQuery } from '#contract/reports/panorama.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type PanoramaDeps, type PeriodWish, readPanorama } from '#flows/reports/read-panorama.ts';
import { exportReportAttempts, listReportAttempts, type ReportListWish } from '#flows/reports/report-attempts.ts';
import { rowBody } from '#http/contact/attempt-story.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { scopeOf } from '#rules/people/access.ts';
import { REPORT_CSV } from '#words/reports/report-csv.ts';
import { reportCsv } from './report-csv.ts';

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
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${REPORT_CSV[language].file}.csv"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(reportCsv(language, pages)));
  });
}

/** Finds whose figures this person may read: a store manager reads those of the own store. */
async function findPeriod(
  { db }: Deps,
  actor: PersonActor,
  { storeId, sellerId, from, to }: PanoramaQuery,
): Promise<PeriodWish> {
  const { brandId } = actor;
  const own = scopeOf('read_panorama', actor);
  if (own.storeId !== null && storeId !== undefined && storeId !== own.storeId) throw problem('forbidden');
  if (sellerId !== undefined) {
    const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId: sellerId }));
    if (!person) throw problem('not_found');
    if (own.storeId !== null && person.storeId !== own.storeId) throw problem('forbidden');
  }
  return { storeId: storeId ?? own.storeId, sellerId: sellerId ?? null, from: from ?? null, to: to ?? null };
}

async function findList(
  deps: Deps,
  actor: PersonActor,
  { event, hour, ...period }: z.infer<typeof ReportCsvQuery>,
): Promise<ReportListWish> {
  return { ...(await findPeriod(deps, actor, period)), event, hour: hour ?? null };
}

function found<T>(read: T | null | 'unusable'): T {
  if (read === null) throw problem('not_found');
  if (read === 'unusable')
    throw problem('invalid', { faults: [{ path: 'to', code: 'custom', message: 'at most 92 days, from before to' }] });
  return read;
}
