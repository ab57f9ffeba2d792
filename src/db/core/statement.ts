/** Defines a prepared statement: its text, the encoding of its arguments, and the reading of its rows. */
import type pg from 'pg';

/** Stands for an argument while a statement is built, and carries the encoder of its value. */
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

/** A statement with named arguments `P` and rows `R`. `kind` keeps writes out of reading transactions. */
export interface Prepared<P, R, K extends 'read' | 'write' = 'read' | 'write'> {
  readonly kind: K;
  readonly name: string;
  readonly text: string;
  readonly valuesOf: (args: P) => unknown[];
  readonly rowsOf: (result: pg.QueryArrayResult) => R[];
  /** Never set; the field only carries the row's type. */
  readonly row?: R;
}
