/**
 * Maps names of tables and columns: `snake_case` in SQL, `camelCase` in the program. The text in `sql` templates is
 * SQL.
 */
import { CamelCasePlugin } from 'kysely';
import type pg from 'pg';

/** Kysely's plugin, with the keys inside `jsonb` documents left unchanged. */
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

  protected override camelCase(column: string): string {
    return column === 'calendar' ? 'timingRevision' : super.camelCase(column);
  }

  /**
   * The timing revision is the one column with another name in SQL: it was called `calendar`, and a rename would stop
   * servers of the version before.
   */
  protected override snakeCase(name: string): string {
    return name === 'timingRevision' ? 'calendar' : super.snakeCase(name);
  }
}

/**
 * The plugin for every Kysely instance of schema `public`. Schema `auth` keeps better-auth's names, which are not
 * `snake_case`.
 */
export const columnNames = new ColumnNames();

/** Returns the program's name of an SQL column: `brandId` for `brand_id`. */
export function columnName(column: string): string {
  return columnNames.nameOf(column);
}

/** Returns the SQL name of a column: `brand_id` for `brandId`. */
export function sqlName(name: string): string {
  return columnNames.columnOf(name);
}

/**
 * Makes the row reader of one prepared statement, whose rows the driver gives as lists of values. The reader computes
 * the camelCase names at the first result, and again only if a migration changed the columns, so a row costs no more
 * than the driver's own.
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
