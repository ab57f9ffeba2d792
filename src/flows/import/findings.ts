/** Collects the faults and notes of a file's rows, so that a row is refused exactly when it has a fault. */
import type {
  Finding,
  ImportAssumptions,
  ImportField,
  PermissionUse,
  RowFault,
  RowNote,
} from '#contract/import/import-report.ts';
import { type DateOrder, dateOrderOf } from '#flows/import/read/read-cell.ts';
import type { Row, Table } from '#flows/import/read/read-table.ts';
import { codeKey } from '#rules/core/code-key.ts';

export class Findings<Field extends string> {
  readonly #table: Table<Field>;
  readonly #columns: Table<Field>['columns'];
  readonly #faults: Finding[] = [];
  readonly #notes: Finding[] = [];
  readonly #refused = new Set<number>();
  readonly #dateOrders = new Map<Field, DateOrder>();
  readonly #permissions = new Map<string, { -readonly [K in keyof PermissionUse]: PermissionUse[K] }>();

  constructor(table: Table<Field>) {
    this.#table = table;
    this.#columns = table.columns;
    for (const row of table.rows) {
      if (row.excess > 0) this.fault(row, null, 'too_many_cells', String(row.excess));
      if (row.excess < 0) this.fault(row, null, 'too_few_cells', String(-row.excess));
      if (row.flaw === 'quotes_unclear') this.fault(row, null, 'quotes_unclear');
      else if (row.flaw !== null) this.note(row, null, row.flaw);
      this.#noteDamage(row);
    }
  }

  /**
   * Returns the order of day and month in a column, found from all of the column's dates. The report lists the order
   * among the assumptions.
   */
  dateOrder(field: Field): DateOrder {
    const known = this.#dateOrders.get(field);
    if (known !== undefined) return known;
    const order = dateOrderOf(this.#table.rows.values().map(({ cells }) => cells[field]));
    this.#dateOrders.set(field, order);
    return order;
  }

  /** Counts how a text about permission was read. */
  countPermission(row: Row<Field>, field: Field, meaning: PermissionUse['meaning']): void {
    const column = this.#columns[field];
    const value = row.cells[field];
    if (column === undefined || value === '') return;
    const key = JSON.stringify([column, value.toLowerCase(), meaning]);
    const use = this.#permissions.get(key);
    if (use === undefined) this.#permissions.set(key, { column, value, meaning, rows: 1 });
    else use.rows += 1;
  }

  /** The assumptions under which the file was read. Callers use them after all rows are read. */
  get assumptions(): ImportAssumptions {
    const { encodings, separator, headerLine } = this.#table;
    const columns = Object.entries<string | undefined>(this.#columns).flatMap(([field, column]) =>
      column === undefined ? [] : [{ field: field as ImportField, column }],
    );
    const dates = [...this.#dateOrders].flatMap(([field, order]) => {
      const column = this.#columns[field];
      return column === undefined ? [] : [{ column, order }];
    });
    const permissions = [...this.#permissions.values()].sort((a, b) => b.rows - a.rows);
    return { encodings, separator, headerLine, columns, dates, permissions };
  }

  /** Notes the cells that contain U+FFFD, which an earlier program wrote where it lost a letter. */
  #noteDamage(row: Row<Field>): void {
    for (const field of Object.keys(row.cells) as Field[]) {
      if (row.cells[field].includes('\ufffd')) this.note(row, field, 'text_damaged');
    }
  }

  /** Records a fault; the row is then not imported. `field` is null for a fault of the whole row. */
  fault(row: Row<Field>, field: Field | null, code: RowFault, about: string | null = null): void {
    this.#faults.push(this.#finding(row, field, code, about));
    this.#refused.add(row.line);
  }

  /** Records a note about a row; the row is still imported. */
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

  /** The notes of rows that were not refused. */
  get notes(): readonly Finding[] {
    return this.#notes.filter(({ line }) => !this.#refused.has(line)).toSorted(byLine);
  }

  /** Builds a finding. Where the file does not have the field's column, the finding is about the row as a whole. */
  #finding(row: Row<Field>, field: Field | null, code: Finding['code'], about: string | null): Finding {
    const column = field === null ? null : (this.#columns[field] ?? null);
    return { line: row.line, column, code, value: field === null || column === null ? null : row.cells[field], about };
  }
}

/**
 * Returns the first row of each code. A second row with the same code gets a note where all cells are equal, else a
 * fault. Rows without a code are all returned.
 */
export function firstOfEach<Field extends string>(
  rows: readonly Row<Field | 'code'>[],
  findings: Findings<Field | 'code'>,
): Row<Field | 'code'>[] {
  const seen = new Map<string, Row<Field | 'code'>>();
  return rows.filter((row) => {
    if (/^\d(?:[.,]\d+)?E[+-]?\d+$/i.test(row.cells.code)) findings.fault(row, 'code', 'code_mangled');
    const code = codeKey(row.cells.code);
    const first = code === '' ? undefined : seen.get(code);
    if (first === undefined) {
      seen.set(code, row);
      return true;
    }
    const same = JSON.stringify([first.cells, first.rest]) === JSON.stringify([row.cells, row.rest]);
    if (same) findings.note(row, 'code', 'row_twice', String(first.line));
    else findings.fault(row, 'code', 'code_twice', String(first.line));
    return false;
  });
}

function byLine(a: Finding, b: Finding): number {
  return a.line - b.line;
}
