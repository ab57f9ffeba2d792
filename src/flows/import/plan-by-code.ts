/** Plans an import whose records have a code and are few: stores and people. A record that exists already, by code, is changed. */
import type { ImportField } from '#contract/import/import-report.ts';
import type { Tx } from '#db/core/db.ts';
import type { Row, Table } from '#flows/import/read/read-table.ts';
import { codeKey } from '#rules/core/code-key.ts';
import { type Findings, firstOfEach } from './findings.ts';
import { byCodeKey, changesOf, compareRecords, fateOf, firstRowsOf, type SmallPlan } from './import-plan.ts';

interface CodePlan<Field extends ImportField, R> {
  readonly table: Table<Field | 'code'>;
  readonly findings: Findings<Field | 'code'>;
  /** The records that are stored already. */
  readonly known: readonly R[];
  readonly newId: () => string;
  /** Reads the record of a row; where it records a fault, the record is not used. */
  readonly readRecord: (row: Row<Field | 'code'>) => Omit<R, 'id'>;
  /** Returns a record as the person who checks the file reads it. */
  readonly valuesOf: (record: R, row: Row<Field | 'code'>) => Partial<Record<ImportField, string>>;
  /** Writes the records that are new or differ. */
  readonly save: (tx: Tx, records: readonly R[]) => Promise<void>;
}

/** Returns the plan. A known record keeps its id and the spelling of its code. */
export function planByCode<Field extends ImportField, R extends { readonly id: string; readonly code: string | null }>({
  table,
  findings,
  known,
  newId,
  readRecord,
  valuesOf,
  save,
}: CodePlan<Field, R>): SmallPlan {
  const before = byCodeKey(known);
  const byRow = new Map<Row<Field | 'code'>, R>();
  for (const row of firstOfEach(table.rows, findings)) {
    const read = readRecord(row);
    if (findings.refuses(row)) continue;
    const { id = newId(), code = row.cells.code } = before.get(codeKey(row.cells.code)) ?? {};
    byRow.set(row, { ...read, id, code } as R);
  }
  const wanted = [...byRow.values()];
  const { records, fates, counts } = compareRecords(wanted, known);
  return {
    ...counts,
    firstRows: firstRowsOf(table, (row) => {
      const record = byRow.get(row);
      if (record !== undefined) return { fate: fateOf(record.id, fates), values: valuesOf(record, row) };
      return findings.refuses(row) ? null : { fate: 'joined', values: row.cells };
    }),
    changes: changesOf(records, known),
    save: (tx) => save(tx, records),
  };
}
