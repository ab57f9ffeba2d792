/** Reads and writes imports that people uploaded in the browser: their files, what was read in them, and who works on them. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { ImportedKind } from './imports.ts';

type OfImport = { brandId: string; id: string };

export const insertUpload = preparedWrite<
  OfImport & { kind: ImportedKind; personId: string; fileName: string; at: number }
>()('insert_upload', (q, p) =>
  q.insertInto('imports').values({
    brandId: p.brandId,
    id: p.id,
    kind: p.kind,
    state: 'staged',
    steps: 0,
    counts: json({}),
    createdAt: instant(p.at),
    uploaded: true,
    personId: p.personId,
    fileName: p.fileName,
  }),
);

export const insertFilePart = preparedWrite<OfImport & { part: number; bytes: Buffer }>()('insert_file_part', (q, p) =>
  q.insertInto('importFiles').values({ brandId: p.brandId, importId: p.id, part: p.part, bytes: p.bytes }),
);

/** Says that the whole file has arrived. No row: an erasure ended the upload meanwhile. */
export const completeUpload = preparedWrite<OfImport & { bytes: number }>()('complete_upload', (q, p) =>
  q
    .updateTable('imports')
    .set({ fileBytes: p.bytes })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('state', '=', 'staged')
    .returning('id'),
);

export const readFilePart = preparedRead<OfImport & { part: number }>()('read_file_part', (q, p) =>
  q
    .selectFrom('importFiles')
    .where('brandId', '=', p.brandId)
    .where('importId', '=', p.id)
    .where('part', '=', p.part)
    .select('bytes'),
);

/** Stores what was read in an uploaded file. No row: a server works on the import, or the import is no longer staged. */
export const updateReading = preparedWrite<
  OfImport & { fence: number; counts: object; columns: readonly unknown[] | null; summary: object }
>()('update_reading', (q, p) =>
  q
    .updateTable('imports')
    .set({ counts: json(p.counts), columns: sql`nullif(${json(p.columns)}, 'null'::jsonb)`, summary: json(p.summary) })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('state', '=', 'staged')
    .where('fence', '=', p.fence)
    .returning('id'),
);

export const deleteFindings = preparedWrite<OfImport>()('delete_findings', (q, p) =>
  q.deleteFrom('importFindings').where('brandId', '=', p.brandId).where('importId', '=', p.id),
);

export const insertFindings = preparedWrite<OfImport & { part: number; findings: readonly unknown[] }>()(
  'insert_findings',
  (q, p) =>
    q.insertInto('importFindings').values({
      brandId: p.brandId,
      importId: p.id,
      part: p.part,
      findings: json(p.findings),
    }),
);

export const readFindings = preparedRead<OfImport & { part: number }>()('read_findings', (q, p) =>
  q
    .selectFrom('importFindings')
    .where('brandId', '=', p.brandId)
    .where('importId', '=', p.id)
    .where('part', '=', p.part)
    .select('findings'),
);

/** The columns of an import as a person reads it. */
const IMPORT_COLUMNS = [
  'i.id',
  'i.kind',
  'i.state',
  'i.uploaded',
  'i.undoing',
  'i.undoAsked',
  'i.fence',
  'i.steps',
  'i.stepsDone',
  'i.counts',
  'i.failure',
  'i.fileName',
  'i.fileBytes',
  'i.columns',
  'i.startedAt',
  'i.interrupted',
  'i.personId',
  'i.createdAt',
  'i.endedAt',
  'p.name as personName',
] as const;

/** Finds an import whose file has arrived. */
export const findUpload = preparedRead<OfImport>()('find_upload', (q, p) =>
  q
    .selectFrom('imports as i')
    .leftJoin('people as p', (on) => on.onRef('p.brandId', '=', 'i.brandId').onRef('p.id', '=', 'i.personId'))
    .where('i.brandId', '=', p.brandId)
    .where('i.id', '=', p.id)
    .where('i.uploaded', '=', true)
    .where('i.fileBytes', 'is not', null)
    .select([...IMPORT_COLUMNS, 'i.summary']),
);

/** Lists a brand's imports, newest first; not those whose file never arrived. */
export const listImports = preparedRead<{
  brandId: string;
  beforeAt: number | null;
  beforeId: string | null;
  limit: number;
}>()('list_imports', (q, p) =>
  q
    .selectFrom('imports as i')
    .leftJoin('people as p', (on) => on.onRef('p.brandId', '=', 'i.brandId').onRef('p.id', '=', 'i.personId'))
    .where('i.brandId', '=', p.brandId)
    .where(sql<boolean>`(not i.uploaded or i.file_bytes is not null)`)
    .where(
      sql<boolean>`(${instant(p.beforeAt)} is null or (i.created_at, i.id) < (${instant(p.beforeAt)}, ${p.beforeId}::uuid))`,
    )
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(sql<number>`${p.limit}::int`)
    .select(IMPORT_COLUMNS),
);

/** Begins to apply a staged import. No row: the import is not staged any more, or its file has not arrived. */
export const beginUpload = preparedWrite<OfImport & { at: number }>()('begin_upload', (q, p) =>
  q
    .updateTable('imports')
    .set({ startedAt: instant(p.at), interrupted: false, fence: sql`fence + 1` })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('uploaded', '=', true)
    .where('state', '=', 'staged')
    .where('startedAt', 'is', null)
    .where('fileBytes', 'is not', null)
    .returning('fence'),
);

/** Begins to undo an applied import. An import in steps is open again until its steps are undone. */
export const beginUndo = preparedWrite<OfImport & { at: number }>()('begin_undo', (q, p) =>
  q
    .updateTable('imports')
    .set({
      startedAt: instant(p.at),
      undoAsked: true,
      interrupted: false,
      fence: sql`fence + 1`,
      state: sql`case when steps > 0 then 'applying' else state end`,
      undoing: sql<boolean>`steps > 0`,
      stepsDone: sql<number>`steps`,
      endedAt: sql`case when steps > 0 then null else ended_at end`,
    })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('uploaded', '=', true)
    .where('state', '=', 'applied')
    .where('startedAt', 'is', null)
    .returning('fence'),
);

/** Stops the work on imports that has not written anything: a staged import stays staged, an applied one applied. */
export const stopUnwrittenUploads = preparedWrite<{ brandId: string; interrupted: boolean }>()(
  'stop_unwritten_uploads',
  (q, p) =>
    q
      .updateTable('imports')
      .set({ startedAt: null, undoAsked: false, interrupted: p.interrupted, fence: sql`fence + 1` })
      .where('brandId', '=', p.brandId)
      .where('uploaded', '=', true)
      .where('startedAt', 'is not', null)
      .where('state', 'in', ['staged', 'applied'])
      .returning('id'),
);

/** Locks a staged import that this process applies, and sets its steps. No row: another process has taken the import over. */
export const lockStagedUpload = preparedWrite<OfImport & { fence: number; steps: number; counts: object }>()(
  'lock_staged_upload',
  (q, p) =>
    q
      .updateTable('imports')
      .set({ steps: p.steps, counts: json(p.counts) })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id)
      .where('fence', '=', p.fence)
      .where('state', '=', 'staged')
      .where('startedAt', 'is not', null)
      .returning('id'),
);

/** Ends an import of few rows, or its undo, in the transaction that wrote the rows. */
export const endSmallUpload = preparedWrite<OfImport & { fence: number; state: 'applied' | 'undone'; at: number }>()(
  'end_small_upload',
  (q, p) =>
    q
      .updateTable('imports')
      .set({ state: p.state, startedAt: null, endedAt: instant(p.at) })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id)
      .where('fence', '=', p.fence)
      .where('startedAt', 'is not', null)
      .returning('id'),
);

/** Finds the brand's imports on which some server works, or worked when it ended. */
export const findStarted = preparedRead<{ brandId: string }>()('find_started', (q, p) =>
  q
    .selectFrom('imports')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`(state = 'applying' or started_at is not null)`)
    .select(['id', 'personId']),
);

export const deleteImportRows = preparedWrite<OfImport>()('delete_import_rows', (q, p) =>
  q.deleteFrom('importRows').where('brandId', '=', p.brandId).where('importId', '=', p.id),
);

/** Reads all staged rows of an import of few rows. */
export const readAllImportRows = preparedRead<OfImport>()('read_all_import_rows', (q, p) =>
  q
    .selectFrom('importRows')
    .where('brandId', '=', p.brandId)
    .where('importId', '=', p.id)
    .select(['recordId as id', 'before', 'after']),
);

/** Deletes the file of an import that has ended. */
export const deleteFile = preparedWrite<OfImport>()('delete_import_file', (q, p) =>
  q.deleteFrom('importFiles').where('brandId', '=', p.brandId).where('importId', '=', p.id),
);

/** Ends uploads that nobody applied, and deletes files and findings that are older than `before`. */
export const endOldUploads = preparedWrite<{ brandId: string; before: number; at: number }>()(
  'end_old_uploads',
  (q, p) =>
    q
      .with('expired', (with_) =>
        with_
          .updateTable('imports')
          .set({ state: 'failed', failure: 'expired', endedAt: instant(p.at) })
          .where('brandId', '=', p.brandId)
          .where('uploaded', '=', true)
          .where('state', '=', 'staged')
          .where('startedAt', 'is', null)
          .where('createdAt', '<', instant(p.before))
          .returning('id'),
      )
      .with('files', (with_) =>
        with_
          .deleteFrom('importFiles')
          .where('brandId', '=', p.brandId)
          .where(
            sql<boolean>`import_id in (select i.id from imports i where i.brand_id = ${p.brandId}::uuid
              and i.uploaded and i.created_at < ${instant(p.before)} and i.started_at is null)`,
          ),
      )
      .deleteFrom('importFindings')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`import_id in (select i.id from imports i where i.brand_id = ${p.brandId}::uuid
          and i.uploaded and i.created_at < ${instant(p.before)} and i.started_at is null)`,
      ),
);

export const deleteImportedStores = preparedWrite<{ id: string }>()('delete_imported_stores', (q, p) =>
  q.selectNoFrom(sql<string[]>`array(select delete_imported_stores(${p.id}::uuid))`.as('ids')),
);

export const deleteImportedPeople = preparedWrite<{ id: string }>()('delete_imported_people', (q, p) =>
  q.selectNoFrom(sql<string[]>`array(select delete_imported_people(${p.id}::uuid))`.as('ids')),
);
