/** Routes of the do-not-call list: its counts, and its change by a file (D2c). */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Reads } from '#db/core/db.ts';
import type { HeavyQueue } from '#flows/core/heavy-queue.ts';
import { isAfterToday, readNumberList } from '#flows/import/do-not-call/read-list.ts';
import type { ImportEngine } from '#flows/import/upload/upload-task.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { serve } from '#http/core/serve.ts';
import { fileFaultText } from '#words/import/import-report.ts';
import { receiveList } from './receive-list.ts';

export interface DoNotCallDeps {
  readonly db: Reads;
  /** The app's clock. */
  readonly now: () => number;
  readonly engine: Pick<ImportEngine, 'changeList'>;
  /** The queue of the reading of files, which takes processor time. */
  readonly reading: HeavyQueue;
}

/** The time in which a file of 10 MB arrives on a slow line. */
const UPLOAD_MS = 3 * 60_000;
const UPLOADING = { config: { rateLimit: WRITING_LIMIT, bodyMs: UPLOAD_MS, takesFile: true } };

export function doNotCallRoutes(deps: DoNotCallDeps): FastifyPluginAsync {
  return async (app) => {
    // The handler reads the body itself, so that a file that is too large is not kept.
    app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));

    serve(app, 'GET /api/v1/do-not-call', async (request) => {
      const { listed, changes } = await readNumberList(deps.db, requirePerson(request).brandId);
      return { listed, changes: changes.map(({ at, ...change }) => ({ ...change, at: new Date(at).toISOString() })) };
    });

    serve(
      app,
      'POST /api/v1/do-not-call',
      async (request, reply) => {
        const { brandId, personId } = requirePerson(request);
        const wish = await receiveList(request);
        if (await isAfterToday(deps, brandId, wish.listedOn))
          throw problem('invalid', { faults: [{ path: 'listedOn', code: 'date_in_future' }] });
        const task = { ...wish, brandId, personId };
        const counts = await deps.reading.run(`list ${brandId}`, () => deps.engine.changeList(task));
        if ('code' in counts) throw unreadable(request, counts);
        const { fileNumbers, added, removed } = counts;
        const { kind, dryRun } = wish;
        if (!dryRun) request.log.info({ brandId, kind, fileNumbers, added, removed }, 'do-not-call list changed');
        return reply.code(dryRun ? 200 : 201).send({ ...counts, unreadLines: [...counts.unreadLines] });
      },
      UPLOADING,
    );
  };
}

function unreadable(request: FastifyRequest, finding: Parameters<typeof fileFaultText>[0]) {
  if (finding.code === 'columns_missing' || finding.code === 'no_rows')
    return problem('invalid', { faults: [{ path: 'file', code: 'list_without_numbers' }] });
  return problem('import_unreadable', {}, { why: fileFaultText(finding, languageOf(request)) });
}
