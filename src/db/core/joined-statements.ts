/** Several writing statements sent as one: one message, one plan, one snapshot. */
import { createHash } from 'node:crypto';
import type { Prepared } from './statement.ts';

/** A statement with its arguments. */
export interface Bound {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export function bound<P, R>(statement: Prepared<P, R>, args: P): Bound {
  return { name: statement.name, text: statement.text, values: statement.valuesOf(args) };
}

type Together = Prepared<readonly Bound[], never, 'write'>;

const known = new Map<string, Together>();

/**
 * The statements as one, to be run with the same list. None sees what another writes, so no two may write one row, and
 * where one needs another's rows it must be sent after it. Foreign keys and rules of uniqueness between them hold.
 * `firstBefore`: the first statement answers rows, and is carried out before the others begin; else PostgreSQL chooses the order.
 */
export function joinStatements(statements: readonly Bound[], order: 'any' | 'firstBefore' = 'any'): Together {
  const names = statements.map(({ name }) => name).join(', ');
  const joined = known.get(names) ?? join(names, statements, order);
  known.set(names, joined);
  return joined;
}

/** The comment tells a reader of the database's log, and tests, which statements these are; a name has 63 bytes at most. */
function join(names: string, statements: readonly Bound[], order: 'any' | 'firstBefore'): Together {
  const valuesOf = (list: readonly Bound[]) => list.flatMap(({ values }) => values);
  const rowsOf = () => [];
  const [only] = statements;
  if (only && statements.length === 1) return { kind: 'write', name: only.name, text: only.text, valuesOf, rowsOf };
  let before = 0;
  const parts = statements.map(({ text, values }, i) => {
    const shifted = text.replace(/\$(\d+)/g, (_, n: string) => `$${before + Number(n)}`);
    before += values.length;
    return `w${i} as (${shifted})`;
  });
  const name = `together_${createHash('sha256').update(names).digest('hex').slice(0, 24)}`;
  // What the query itself reads is carried out first, and statements that nobody reads after the query.
  const read = order === 'firstBefore' ? 'select count(*) from w0' : 'select';
  return { kind: 'write', name, text: `/* ${names} */ with ${parts.join(', ')} ${read}`, valuesOf, rowsOf };
}
