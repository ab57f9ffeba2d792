/** What is found while a file's rows are read: kept in one place, so that a row is refused exactly when it has a fault. */
import type { Finding, RowFault, RowNote } from '#contract/import-report.ts';
import { codeKey } from './import-plan.ts';
import type { Row, Table } from './read-table.ts';

export class Findings<Field extends string> {
  readonly #columns: Table<Field>['columns'];
  readonly #faults: Finding[] = [];
  readonly #notes: Finding[] = [];
  readonly #refused = new Set<number>();

  constructor(table: Table<Field>) {
    this.#columns = table.columns;
    for (const row of table.rows) {
      if (row.excess > 0) this.fault(row, null, 'too_many_cells', String(row.excess));
      if (row.excess < 0) this.fault(row, null, 'too_few_cells', String(-row.excess));
    }
  }

  /** The row is not imported. `field` null: the row as a whole. */
  fault(row: Row<Field>, field: Field | null, code: RowFault, about: string | null = null): void {
    this.#faults.push(this.#finding(row, field, code, about));
    this.#refused.add(row.line);
  }

  /** The row is imported, and this is worth knowing. */
  note(row: Row<Field>, field: Field | null, code: RowNote, about: string | null = null): void {
    this.#notes.push(this.#finding(row, field, code, about));
  }

  refuses(row: Row<Field>): boolean {
    return this.#refused.has(row.line);
  }

  get refused(): number {
    return this.#refused.size;
  }

  get faults(): readonly Finding[] {
    return this.#faults.toSorted(byLine);
  }

  /** Notes of rows that were not refused. */
  get notes(): readonly Finding[] {
    return this.#notes.filter(({ line }) => !this.#refused.has(line)).toSorted(byLine);
  }

  /** Of a column that the file does not have, the row as a whole speaks. */
  #finding(row: Row<Field>, field: Field | null, code: Finding['code'], about: string | null): Finding {
    const column = field === null ? null : (this.#columns[field] ?? null);
    return { line: row.line, column, code, value: field === null || column === null ? null : row.cells[field], about };
  }
}

/**
 * Rows by their code; a second row with the same code is a note where it says the same throughout, else a fault.
 * Rows without a code pass.
 */
export function firstOfEach<Field extends string>(
  rows: readonly Row<Field | 'code'>[],
  findings: Findings<Field | 'code'>,
): Row<Field | 'code'>[] {
  const seen = new Map<string, Row<Field | 'code'>>();
  return rows.filter((row) => {
    const code = codeKey(row.cells.code);
    const first = code === '' ? undefined : seen.get(code);
    if (first === undefined) {
      seen.set(code, row);
      return true;
    }
    const same = JSON.stringify(first.cells) === JSON.stringify(row.cells);
    if (same) findings.note(row, 'code', 'row_twice', String(first.line));
    else findings.fault(row, 'code', 'code_twice', String(first.line));
    return false;
  });
}

function byLine(a: Finding, b: Finding): number {
  return a.line - b.line;
}
