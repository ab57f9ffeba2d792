/** Finds statements of a migration that would lock or rewrite tables in use (decision 0025). */
import { isConcurrent, stepsOf } from '#db/core/installation/migration-steps.ts';

/** Tables that stay small in every installation: one row for each reader of the help article, or for each device with a wrong PIN. */
const SMALL_TABLES = new Set(['help_answers', 'pin_waits']);
const SMALL_INDEXES = /\bdrop index help_answers_recent\b/;

/** Returns a sentence for each fault of a migration's text; none where the file follows the rules. */
export function migrationFaults(sql: string): string[] {
  const isStepwise = isConcurrent(sql);
  const steps = stepsOf(sql).map((step) => ({ ...step, text: stripTexts(step.sql) }));
  const created = new Set(steps.flatMap(({ text }) => matches(text, /\bcreate table (?:if not exists )?([\w."]+)/g)));
  const isNew = (table: string) => created.has(table) || SMALL_TABLES.has(table);
  const validated = steps.some(({ text }) => /\bvalidate constraint\b/.test(text));
  const faults: string[] = [];
  for (const { text, kind } of steps) {
    const fault = (says: string) => faults.push(`${says}: ${text.slice(0, 80)}`);
    if (kind === 'concurrent' && !isStepwise) fault('the file needs `-- concurrently` as its first line');
    for (const table of matches(text, /\bcreate (?:unique )?index (?!concurrently)\w+ on (?:only )?([\w."]+)/g))
      if (!isNew(table)) fault(`an index on ${table} is created concurrently`);
    if (/\bdrop index (?!concurrently)/.test(text) && !SMALL_INDEXES.test(text))
      fault('an index is dropped concurrently');
    for (const [, table = '', change = ''] of text.matchAll(
      /\balter table (?:if exists )?(?:only )?([\w."]+) ([^;]*)/g,
    ))
      if (!isNew(table)) for (const says of changeFaults(change, validated)) fault(says);
    const written = /^(?:with .*)?\b(?:update|delete from) ([\w."]+)/.exec(text)?.[1];
    if (written !== undefined && !isNew(written) && kind !== 'repeat')
      fault(`rows of ${written} change in batches, below \`-- repeat\``);
    if (kind === 'repeat' && !/\blimit \d+/.test(text)) fault('a batch has a limit');
  }
  return faults;
}

function changeFaults(change: string, validated: boolean): string[] {
  const faults: string[] = [];
  if (/\balter (?:column )?\w+ (?:set data )?type\b/.test(change))
    faults.push('a column’s type stays: add a column, fill it in batches');
  if (/\bset not null\b/.test(change) && !validated)
    faults.push('`set not null` follows a check that was added `not valid` and validated');
  if (/\badd (?:column )?[^,]*\bdefault (?!now\(\))[^,]*\w\(/.test(change))
    faults.push('a new column’s default is the same for all rows');
  if (/\badd constraint \w+ (?:check|foreign key)\b(?!.*\bnot valid\b)/.test(change))
    faults.push('a constraint is added `not valid` and validated by a later statement');
  if (/\badd (?:constraint \w+ )?(?:unique|primary key)\b(?! using index)/.test(change))
    faults.push('a key is added `using index`, which was created concurrently');
  return faults;
}

/** Returns a statement as one line in lower case, without comments, quoted texts and bodies of functions. */
function stripTexts(sql: string): string {
  return sql
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(\$\w*\$)[\s\S]*?\1/g, '$$')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}
