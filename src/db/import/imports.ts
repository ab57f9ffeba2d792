/**
 * Reads and writes imports and their staged rows: what an import will write, its progress, and which process writes it.
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';

/** `staged` and `applying` are open; an import in another state has ended. */
export type ImportState = 'staged' | 'applying' | 'applied' | 'failed' | 'undone';

export type ImportedKind = 'stores' | 'sellers' | 'customers' | 'purchases';

export interface ImportRecord {
  readonly id: string;
  readonly kind: ImportedKind;
  readonly state: ImportState;
  readonly undoing: boolean;
  readonly fence: number;
  readonly steps: number;
  readonly stepsDone: number;
  readonly createdAt: number;
}

/** One record that an import writes. `before` null: the import creates the record. */
export interface RowChange<R extends { readonly id: string } = { readonly id: string }> {
  readonly id: string;
  readonly before: R | null;
  readonly after: R;
  /** Whether the row brings a refusal, which is written before everything else of the import (D2). */
  readonly refuses: boolean;
}

/**
 * Tries to take the brand's import lock until the end of the transaction; `mine` is false if another process has the
 * lock. The lock ends with its connection, so a killed process does not keep others waiting.
 */
export const tryImportLock = preparedWrite<{ brandId: string }>()('try_import_lock', (q, p) =>
  q.selectNoFrom([
    sql<boolean>`pg_try_advisory_xact_lock(hashtextextended('import ' || ${p.brandId}::text, 0))`.as('mine'),
    sql`set_config('idle_in_transaction_session_timeout', '10min', true)`.as('pauses'),
  ]),
);

/** Keeps the transaction of the import lock from being ended as idle. */
export const keepImportLock = preparedWrite<Record<never, never>>()('keep_import_lock', (q) =>
  q.selectNoFrom(sql`1`.as('kept')),
);

/**
 * Lengthens the timeouts of a transaction that plans a file of a hundred thousand rows, which may take longer than a
 * request may.
 */
export const allowLongPlanning = preparedRead<Record<never, never>>()('allow_long_planning', (q) =>
  q.selectNoFrom([
    sql`set_config('statement_timeout', '5min', true)`.as('statements'),
    sql`set_config('idle_in_transaction_session_timeout', '5min', true)`.as('pauses'),
  ]),
);

/**
 * Lets a transaction commit without waiting for the disk; for all transactions of an import except its last. A crash of
 * the database may lose the last of these transactions, whole and in their order, and the next import writes them
 * again. A later commit that waits for the disk, such as the end of the import or any decision, also makes the earlier
 * transactions durable.
 */
export const commitWithoutWaiting = preparedWrite<Record<never, never>>()('commit_without_waiting', (q) =>
  q.selectNoFrom(sql`set_config('synchronous_commit', 'off', true)`.as('set')),
);

/**
 * Discards this connection's plans; each step runs this before it writes. The plans of foreign-key checks live as long
 * as the connection, and a plan that was made while the table was empty reads all customers of the brand for each
 * inserted row.
 */
export const discardPlans = preparedWrite<Record<never, never>>()('discard_plans', (q) => ({
  compile: () => sql<never>`discard plans`.compile(q),
}));

export const insertImport = preparedWrite<{
  brandId: string;
  id: string;
  kind: ImportedKind;
  state: 'staged' | 'applied';
  steps: number;
  counts: object;
  at: number;
  endedAt: number | null;
}>()('insert_import', (q, p) =>
  q.insertInto('imports').values({
    brandId: p.brandId,
    id: p.id,
    kind: p.kind,
    state: p.state,
    steps: p.steps,
    stepsDone: 0,
    counts: json(p.counts),
    createdAt: instant(p.at),
    endedAt: instant(p.endedAt),
  }),
);

export const insertImportRows = preparedWrite<{ brandId: string; importId: string; rows: readonly object[] }>()(
  'insert_import_rows',
  (q, p) =>
    q
      .insertInto('importRows')
      .columns(['brandId', 'importId', 'step', 'recordId', 'before', 'after', 'refuses'])
      .expression(
        sql`select ${p.brandId}::uuid, ${p.importId}::uuid, r.step, r.id, nullif(r.before, 'null'::jsonb), r.after, r.refuses
          from jsonb_to_recordset(${json(p.rows)}) as r(step int, id uuid, before jsonb, after jsonb, refuses boolean)`,
      ),
);

/** Lists the brand's imports that have not ended, oldest first. */
export const findOpenImports = preparedRead<{ brandId: string }>()('find_open_imports', (q, p) =>
  q
    .selectFrom('imports')
    .where('brandId', '=', p.brandId)
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .select(['id', 'kind', 'state', 'undoing', 'fence', 'steps', 'stepsDone', 'createdAt', 'uploaded', 'startedAt']),
);

/** Begins to write an import, or takes over the import of a dead process. No row: the import has ended. */
export const takeOverImport = preparedWrite<{ brandId: string; id: string }>()('take_over_import', (q, p) =>
  q
    .updateTable('imports')
    .set({ state: 'applying', fence: sql`fence + 1` })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('endedAt', 'is', null)
    .returning(['fence', 'steps', 'stepsDone', 'undoing', 'undoAsked', 'personId']),
);

/**
 * Counts the step, and locks the import until the commit; each step's transaction sends this first. No row: another
 * process has taken the import over.
 */
export const lockImportStep = preparedWrite<{
  brandId: string;
  id: string;
  fence: number;
  stepsDone: number;
  undoing: boolean;
}>()('lock_import_step', (q, p) =>
  q
    .updateTable('imports')
    .set({ stepsDone: p.stepsDone, undoing: p.undoing })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('fence', '=', p.fence)
    .where('state', '=', 'applying')
    .returning('id'),
);

export const endImport = preparedWrite<{
  brandId: string;
  id: string;
  state: 'applied' | 'failed' | 'undone';
  failure: string | null;
  at: number;
}>()('end_import', (q, p) =>
  q
    .updateTable('imports')
    .set({ state: p.state, undoing: false, failure: p.failure, endedAt: instant(p.at), startedAt: null })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

/** Reads the rows that one step writes. */
export const readImportRows = preparedRead<{ brandId: string; id: string; step: number }>()(
  'read_import_rows',
  (q, p) =>
    q
      .selectFrom('importRows')
      .where('brandId', '=', p.brandId)
      .where('importId', '=', p.id)
      .where('step', '=', p.step)
      .orderBy('recordId')
      .select(['recordId as id', 'before', 'after', 'refuses']),
);

/** Lists the steps that contain a row with a refusal. */
export const findRefusingSteps = preparedRead<{ brandId: string; id: string }>()('find_refusing_steps', (q, p) =>
  q
    .selectFrom('importRows')
    .where('brandId', '=', p.brandId)
    .where('importId', '=', p.id)
    .where('refuses', '=', true)
    .groupBy('step')
    .orderBy('step')
    .select('step'),
);

/**
 * Deletes up to `limit` staged rows of imports that have ended, and returns them. The rows of an uploaded import that
 * was applied after `keptAfter` are kept for its undo.
 */
export const deleteEndedRows = preparedWrite<{ brandId: string; limit: number; keptAfter: number }>()(
  'delete_ended_rows',
  (q, p) =>
    q
      .deleteFrom('importRows')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`ctid = any(array(select r.ctid from import_rows r
        join imports i on i.brand_id = r.brand_id and i.id = r.import_id
        where r.brand_id = ${p.brandId}::uuid and i.ended_at is not null and i.started_at is null
          and not (i.uploaded and i.state = 'applied' and i.ended_at > ${instant(p.keptAfter)})
        limit ${p.limit}::int))`,
      )
      .returning('recordId as id'),
);

/**
 * Deletes the customers that this step created and that were never used, while the import is undone. Returns the
 * deleted ids.
 */
export const deleteImportedCustomers = preparedWrite<{ id: string; step: number }>()(
  'delete_imported_customers',
  (q, p) =>
    q.selectNoFrom(sql<string[]>`array(select delete_imported_customers(${p.id}::uuid, ${p.step}::int))`.as('ids')),
);

/** Deletes the purchases that this step created, while the import is undone. */
export const deleteImportedPurchases = preparedWrite<{ id: string; step: number }>()(
  'delete_imported_purchases',
  (q, p) =>
    q.selectNoFrom(sql<string[]>`array(select delete_imported_purchases(${p.id}::uuid, ${p.step}::int))`.as('ids')),
);

/** Finds the customers whom this import moves to another store or seller, or merges into another customer (H3). */
export const findMovedCustomers = preparedRead<{ brandId: string; id: string }>()('find_moved_customers', (q, p) =>
  q
    .selectFrom('importRows')
    .where('brandId', '=', p.brandId)
    .where('importId', '=', p.id)
    .where(
      sql<boolean>`before is not null and (after->>'availability' <> 'present' or after->>'storeId' <> before->>'storeId'
        or after->>'sellerId' is distinct from before->>'sellerId')`,
    )
    .orderBy('step')
    .orderBy('recordId')
    .select(['recordId as id', 'before', 'after']),
);
