/** A statement as it is prepared: its text, how its arguments are written, and how its rows are read. */
import type pg from 'pg';

/** Stands for an argument while a statement is built; carries how the value is to be written. */
export class Placeholder {
  readonly name: string;
  readonly encode: (value: never) => unknown;

  constructor(name: string, encode: (value: never) => unknown = (value) => value) {
    this.name = name;
    this.encode = encode;
  }

  through<T>(encode: (value: T) => unknown): Placeholder {
    return new Placeholder(this.name, encode as (value: never) => unknown);
  }
}

/** A statement with named arguments `P` that answers rows `R`; `kind` keeps writes out of reading transactions. */
export interface Prepared<P, R, K extends 'read' | 'write' = 'read' | 'write'> {
  readonly kind: K;
  readonly name: string;
  readonly text: string;
  readonly valuesOf: (args: P) => unknown[];
  readonly rowsOf: (result: pg.QueryArrayResult) => R[];
  /** Never there; holds the row's type. */
  readonly row?: R;
}
