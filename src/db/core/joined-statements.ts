/** Joins several writing statements into one combined statement: one message, one plan, one snapshot. */
import { createHash } from 'node:crypto';
import type { Prepared } from './statement.ts';

/** A statement with its arguments. */
export interface BoundStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export function bindStatement<P, R>(statement: Prepared<P, R>, args: P): BoundStatement {
  return { name: statement.name, text: statement.text, values: statement.valuesOf(args) };
}

type CombinedStatement = Prepared<readonly BoundStatement[], never, 'write'>;

const cache = new Map<string, CombinedStatement>();

/**
 * Joins the statements into one; the caller runs it with the same list. No statement sees what another one writes. So
 * no two statements may write the same row, and a statement that needs another's rows must be sent after the combined
 * statement. The database checks foreign keys and unique constraints across all of them. `firstBefore`: the first
 * statement returns rows and runs before the others; else PostgreSQL chooses the order.
 */
export function joinStatements(
  statements: readonly BoundStatement[],
  order: 'any' | 'firstBefore' = 'any',
): CombinedStatement {
  const names = statements.map(({ name }) => name).join(', ');
  const joined = cache.get(names) ?? join(names, statements, order);
  cache.set(names, joined);
  return joined;
}

/**
 * The SQL comment lists the joined names for readers of the database's log and for tests, since a statement's name has
 * at most 63 bytes.
 */
function join(names: string, statements: readonly BoundStatement[], order: 'any' | 'firstBefore'): CombinedStatement {
  const valuesOf = (list: readonly BoundStatement[]) => list.flatMap(({ values }) => values);
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
  // PostgreSQL runs the parts that the main query reads first, and the parts that nothing reads after the main query.
  const read = order === 'firstBefore' ? 'select count(*) from w0' : 'select';
  return { kind: 'write', name, text: `/* ${names} */ with ${parts.join(', ')} ${read}`, valuesOf, rowsOf };
}
