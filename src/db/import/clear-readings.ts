/**
 * Forgets what imports keep of customers between their upload and their end: files, what was read in them, refused rows,
 * and the rows for an undo.
 */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Ends the brand's uploads that nobody applied. The caller has the brand's import lock, so that no server applies one. */
export const endStagedUploads = preparedWrite<{ brandId: string; failure: string; at: number }>()(
  'end_staged_uploads',
  (q, p) =>
    q
      .updateTable('imports')
      .set({
        ...{ state: 'failed', failure: p.failure, startedAt: null, interrupted: false, fence: sql`fence + 1` },
        endedAt: instant(p.at),
      })
      .where('brandId', '=', p.brandId)
      .where('uploaded', '=', true)
      .where('state', '=', 'staged')
      .returning(['id', 'personId']),
);

/** Deletes the files and the refused rows of all imports of the brand. */
export const deleteUploadedFiles = preparedWrite<{ brandId: string }>()('delete_uploaded_files', (q, p) =>
  q
    .with('files', (w) => w.deleteFrom('importFiles').where('brandId', '=', p.brandId))
    .deleteFrom('importFindings')
    .where('brandId', '=', p.brandId),
);

/** Deletes what was read in the files of the brand's uploads before `before`: first rows, cells of faults and notes. */
export const clearReadings = preparedWrite<{ brandId: string; before: number }>()('clear_readings', (q, p) =>
  q
    .updateTable('imports')
    .set({ summary: null })
    .where('brandId', '=', p.brandId)
    .where('summary', 'is not', null)
    .where('endedAt', 'is not', null)
    .where('createdAt', '<', instant(p.before)),
);

/**
 * Deletes the staged rows of these customers and of their purchases, and the rows of ended imports that contain one of the
 * numbers (E.164). Returns the rows of customers: a stop that such a row brings and that is not written yet must not be lost.
 */
export const deleteRowsOfCustomers = preparedWrite<{
  brandId: string;
  customerIds: readonly string[];
  phones: readonly string[];
}>()('delete_rows_of_customers', (q, p) =>
  q
    .deleteFrom('importRows as r')
    .using('imports as i')
    .where('r.brandId', '=', p.brandId)
    .whereRef('i.brandId', '=', 'r.brandId')
    .whereRef('i.id', '=', 'r.importId')
    .where(
      sql<boolean>`(r.record_id = any(${p.customerIds}::uuid[]) or (r.after->>'customerId')::uuid = any(${p.customerIds}::uuid[])
        or (i.ended_at is not null and (r.after->>'phone' = any(${p.phones}::text[]) or r.before->>'phone' = any(${p.phones}::text[]))))`,
    )
    .returning([
      'r.recordId as id',
      sql<string | null>`r.after->>'phone'`.as('phone'),
      sql<number | null>`(r.after->>'stopAt')::float8`.as('stopAt'),
    ]),
);
