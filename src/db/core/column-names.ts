/** Names of tables and columns: `snake_case` in SQL, `camelCase` in the program. Text of `sql` is SQL. */
import { CamelCasePlugin } from 'kysely';
import type pg from 'pg';

/** What a `jsonb` column holds is no column: its keys stay as they are. */
class ColumnNames extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true });
  }

  nameOf(column: string): string {
    return this.camelCase(column);
  }

  columnOf(name: string): string {
    return this.snakeCase(name);
  }
}

/** For each Kysely of schema `public`. Schema `auth` has better-auth's own names, which are not `snake_case`. */
export const columnNames = new ColumnNames();

/** The program's name for a column of SQL: `brand_id` is `brandId`. */
export function columnName(column: string): string {
  return columnNames.nameOf(column);
}

/** The column's name in SQL: `brandId` is `brand_id`. */
export function sqlName(name: string): string {
  return columnNames.columnOf(name);
}

/**
 * Reads the rows of one prepared statement, which the driver gives as lists of values. The columns are named at the
 * statement's first result, and anew where a migration has changed them since: a row costs no more than the driver's own.
 */
export function rowReader<R>(): (result: pg.QueryArrayResult) => R[] {
  let columns: readonly string[] = [];
  let names: readonly string[] = [];
  let empty: Readonly<Record<string, unknown>> = {};
  return ({ fields, rows }) => {
    if (fields.length !== columns.length || fields.some(({ name }, i) => name !== columns[i])) {
      columns = fields.map(({ name }) => name);
      names = columns.map(columnName);
      empty = Object.fromEntries(names.map((name) => [name, null]));
    }
    return rows.map((values) => {
      const row: Record<string, unknown> = { ...empty };
      for (let i = 0; i < names.length; i += 1) row[names[i] as string] = values[i];
      return row as R;
    });
  };
}
