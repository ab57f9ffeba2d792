/** Routes of imports in the browser: upload, check, apply, undo, and the list. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ImportField } from '#contract/import/import-report.ts';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import type { HeavyQueue } from '#flows/core/heavy-queue.ts';
import type { ImportRuns, Started } from '#flows/import/upload/import-runs.ts';
import { readImports, readRefusedRows } from '#flows/import/upload/read-imports.ts';
import { LARGEST_FILE, type UploadDeps } from '#flows/import/upload/receive-upload.ts';
import {
  isStaged,
  isUnderWay,
  ReadingEnded,
  readUploadRow,
  type StageDeps,
  stageUpload,
  type UploadRow,
} from '#flows/import/upload/stage-upload.ts';
import { findObstacles } from '#flows/import/upload/undo-obstacles.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { serve } from '#http/core/serve.ts';
import { fileFaultText } from '#words/import/import-report.ts';
import { obstaclesText } from '#words/import/undo-obstacles.ts';
import { faultOf, importRow, uploadedImport } from './present-import.ts';
import { receiveForm } from './receive-form.ts';
import { refusedCsv } from './refused-csv.ts';

/** Account and PINs of a brand that lacks them, so many at once. */
export interface FirstSignIns {
  readonly stores: { store: string; code: string; email: string; password: string }[];
  readonly people: { store: string; name: string; code: string | null; pin: string }[];
  readonly left: number;
}

export interface ImportRoutesDeps extends StageDeps, UploadDeps {
  readonly db: Database;
  readonly auth: AuthDb;
  readonly runs: ImportRuns;
  /** The queue of the reading of files, which takes processor time. */
  readonly reading: HeavyQueue;
  /** Makes some of the missing accounts and PINs; `busy` where too many sign-ins wait. */
  readonly createFirstSignIns: (brandId: string) => Promise<FirstSignIns | 'busy'>;
}

export function importRoutes(deps: ImportRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serveUpload(app, deps);
    serveReading(app, deps);
    serveWork(app, deps);
    serve(app, 'POST /api/v1/imports/sign-ins', async (request, reply) => {
      const { brandId } = requirePerson(request);
      // One request of a brand at a time, so that no store gets two accounts.
      const made = await deps.reading.run(`sign-ins ${brandId}`, () => deps.createFirstSignIns(brandId));
      if (made === 'busy') throw problem('busy', { retryAfterSeconds: 2 });
      request.log.info({ brandId, stores: made.stores.length, people: made.people.length }, 'first sign-ins made');
      return reply.code(201).header('cache-control', 'no-store').send(made);
    });
  };
}

/** The time in which a file of 50 MB arrives on a slow line. */
const UPLOAD_MS = 10 * 60_000;
const UPLOADING = { config: { rateLimit: WRITING_LIMIT, bodyMs: UPLOAD_MS, takesFile: true } };

function serveUpload(app: FastifyInstance, deps: ImportRoutesDeps): void {
  // The handler reads the body itself, so that the file is stored while it arrives.
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  serve(
    app,
    'POST /api/v1/imports',
    async (request, reply) => {
      const person = requirePerson(request);
      const { brandId } = person;
      // A form is a little longer than its file.
      if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE + 64 * 1024) throw problem('import_too_large');
      if (await deps.runs.isRunning(brandId)) {
        void deps.runs.recover(brandId);
        throw problem('import_running');
      }
      const id = await receiveForm(deps, person, request);
      await stageFirst(deps, request, { brandId, id, fence: 0, columns: null });
      request.log.info({ brandId, importId: id }, 'import uploaded');
      return reply.code(201).send(await bodyOf(deps, request, id));
    },
    UPLOADING,
  );

  serve(app, 'PATCH /api/v1/imports/:id', async (request) => {
    const { brandId } = requirePerson(request);
    const { id } = request.params;
    const row = await find(deps, request, id);
    if (!isStaged(row)) throw problem('import_changed');
    await stage(deps, request, { brandId, id, fence: row.fence, columns: request.body.columns });
    return bodyOf(deps, request, id);
  });
}

function serveReading(app: FastifyInstance, deps: ImportRoutesDeps): void {
  serve(app, 'GET /api/v1/imports', async (request) => {
    const { brandId } = requirePerson(request);
    const { rows, last } = await readImports(deps.db, brandId, parsePage(request.query));
    return { items: rows.map((row) => importRow(row, deps.now())), next: nextOf(last) };
  });

  serve(app, 'GET /api/v1/imports/:id', async (request) => {
    const row = await find(deps, request, request.params.id);
    // The server that worked on this import may have died: then another one finishes or undoes the import.
    if (isUnderWay(row)) void deps.runs.recover(requirePerson(request).brandId);
    return uploadedImport(languageOf(request), row, deps.now());
  });

  serve(app, 'GET /api/v1/imports/:id/refused.csv', async (request, reply) => {
    const { brandId } = requirePerson(request);
    const { id, summary, kind } = await find(deps, request, request.params.id);
    const names = (summary?.columns ?? []).map(({ name }) => name);
    const rows = readRefusedRows(deps.db, brandId, id);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${kind}-recusadas.csv"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(refusedCsv(languageOf(request), names, rows)));
  });
}

function serveWork(app: FastifyInstance, deps: ImportRoutesDeps): void {
  serve(app, 'POST /api/v1/imports/:id/apply', async (request, reply) => {
    const { brandId } = requirePerson(request);
    const { id } = request.params;
    const { columns, skipBadRows = false } = request.body;
    const before = await find(deps, request, id);
    if (!isStaged(before)) throw problem(isUnderWay(before) ? 'import_running' : 'import_changed');
    if (columns !== undefined) await stage(deps, request, { brandId, id, fence: before.fence, columns });
    const row = columns === undefined ? before : await find(deps, request, id);
    refuseUnready(request, row, skipBadRows);
    const chosen = row.columns as readonly (ImportField | null)[] | null;
    refuseUnstarted(await deps.runs.apply({ brandId, id, columns: chosen, skipBadRows }));
    request.log.info({ brandId, importId: id }, 'import started');
    return reply.code(202).send(await bodyOf(deps, request, id));
  });

  serve(app, 'POST /api/v1/imports/:id/undo', async (request, reply) => {
    const { brandId } = requirePerson(request);
    const { id } = request.params;
    const row = await find(deps, request, id);
    if (row.state !== 'applied' || isUnderWay(row)) throw problem('import_changed');
    const { counts, undoUntil } = importRow(row, deps.now());
    const applied = { brandId, id, kind: row.kind, written: counts.new + counts.changed, isLate: undoUntil === null };
    const obstacles = await findObstacles(deps, applied);
    if (obstacles.length > 0)
      throw problem('import_built_on', { obstacles }, { why: obstaclesText(languageOf(request), obstacles) });
    refuseUnstarted(await deps.runs.undo({ brandId, id }));
    request.log.info({ brandId, importId: id }, 'undo of an import started');
    return reply.code(202).send(await bodyOf(deps, request, id));
  });
}

/**
 * Reads a file that has just arrived. Where the process that reads ends, the file is kept, and the answer says that its
 * person can have the file read again.
 */
async function stageFirst(
  deps: ImportRoutesDeps,
  request: FastifyRequest,
  task: Parameters<typeof stageUpload>[1],
): Promise<void> {
  try {
    await stage(deps, request, task);
  } catch (error) {
    if (!(error instanceof ReadingEnded)) throw error;
    request.log.error({ err: error, importId: task.id }, 'the reading of an uploaded file ended early');
  }
}

/** Reads the file in its queue. Throws where the whole file cannot be read. */
async function stage(
  deps: ImportRoutesDeps,
  request: FastifyRequest,
  task: Parameters<typeof stageUpload>[1],
): Promise<void> {
  const fault = await deps.reading.run(`${task.brandId} ${task.id}`, () => stageUpload(deps, task));
  if (fault !== null) throw problem('import_unreadable', {}, { why: fileFaultText(fault, languageOf(request)) });
}

function refuseUnready(request: FastifyRequest, row: UploadRow, skipBadRows: boolean): void {
  const fault = faultOf(languageOf(request), row);
  if (fault !== null) throw problem('import_unreadable', {}, { why: fault });
  const { rows = 0, refused = 0 } = row.counts as { rows?: number; refused?: number };
  if (refused > 0 && (!skipBadRows || refused >= rows)) throw problem('import_rows_refused', {}, { count: refused });
}

function refuseUnstarted(started: Started): void {
  if (started === 'running') throw problem('import_running');
  if (started === 'gone') throw problem('import_changed');
}

async function find(deps: ImportRoutesDeps, request: FastifyRequest, id: string): Promise<UploadRow> {
  const row = await readUploadRow(deps, requirePerson(request).brandId, id);
  if (row === null) throw problem('not_found');
  return row;
}

async function bodyOf(deps: ImportRoutesDeps, request: FastifyRequest, id: string) {
  return uploadedImport(languageOf(request), await find(deps, request, id), deps.now());
}
