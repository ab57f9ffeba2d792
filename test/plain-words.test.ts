/** Plain words (CONTRIBUTING, "How a file reads"): forbidden words, comments without a subject, statements that are no verbs. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parseSync } from 'vite';
import {
  FORBIDDEN_COMMENT_STARTS,
  FORBIDDEN_IN_DESCRIPTIONS,
  FORBIDDEN_WORDS,
  findForbidden,
  PARTICIPLES,
  SKIPPED_FILES,
  STATEMENT_VERBS,
} from './plain-words-list.ts';

const root = dirname(import.meta.dirname);

const FOLDERS = ['src', 'test', 'bench', 'scripts', 'docs'];
const TEXTS = '{ts,tsx,mjs,js,css,html,sql,md,grit,json,jsonl}';
/** The files that the tests read, as paths from the root with their text. */
const texts = new Map<string, string>(
  globSync([...FOLDERS.map((folder) => `${folder}/**/*.${TEXTS}`), '*.{md,ts}'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !SKIPPED_FILES.some(({ files }) => files.test(file)))
    .sort()
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);

test('no file uses a forbidden word', () => {
  assert.ok(texts.size > 1200, `${texts.size} files were found`);
  const hits = [...texts].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, i) => findForbidden(FORBIDDEN_WORDS, file, i + 1, line)),
  );
  assertNone(hits);
});

test('no comment begins without a named subject', () => {
  const comments = [...texts]
    .filter(([file]) => /\.(tsx?|mjs)$/.test(file))
    .flatMap(([file, text]) => listComments(file, text));
  assert.ok(comments.length > 4000, `${comments.length} comments were found`);
  assertNone(comments.flatMap(({ file, line, text }) => findForbidden(FORBIDDEN_COMMENT_STARTS, file, line, text)));
});

test('each summary and description of the API names its subject', () => {
  const described = (texts.get(API_FILE) ?? '')
    .trimEnd()
    .split('\n')
    .flatMap((text, i) => listDescriptions(JSON.parse(text)).map((sentence) => ({ line: i + 1, sentence })));
  assert.ok(described.length > 400, `${described.length} descriptions were found`);
  const hits = described.flatMap(({ line, sentence }) =>
    findForbidden(FORBIDDEN_IN_DESCRIPTIONS, API_FILE, line, sentence),
  );
  assertNone([...new Set(hits)]);
});

test('the name of each prepared statement begins with a verb, and so does the name of its constant', () => {
  const statements = [...texts]
    .filter(([file]) => isDatabaseSource(file))
    .flatMap(([file, text]) => listStatements(file, text));
  assert.ok(statements.length > 150, `${statements.length} statements were found`);
  assertNone(
    statements
      .filter(({ names }) => !names.every((name) => STATEMENT_VERBS.has(firstWordOf(name))))
      .map(
        ({ file, line, names }) =>
          `${file}:${line}: ${names.join(', ')}: begin with a verb, such as find, list, insert or lock`,
      ),
  );
});

test('no exported function of src/db begins with a participle', () => {
  const exported = [...texts]
    .filter(([file]) => isDatabaseSource(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map(([, name = '']) => ({ file, name })),
    );
  assert.ok(exported.length > 80, `${exported.length} functions were found`);
  assertNone(
    exported
      .filter(({ name }) => PARTICIPLES.has(firstWordOf(name)))
      .map(({ file, name }) => `${file}: ${name}: begin with a verb, such as find or lock`),
  );
});

test('a hit is reported with file, line, text and the sentence that says what to write instead', () => {
  const [hit] = findForbidden(
    [{ pattern: /\bplace\b/, instead: 'Write "store".' }],
    'docs/a.md',
    7,
    'The place is open.',
  );
  assert.equal(hit, 'docs/a.md:7: "place" in "The place is open.": Write "store".');
});

/** The recorded description of the API, with one operation on each line. */
const API_FILE = 'docs/api.jsonl';

/** Lists the summaries and descriptions of a part of the API, and of all parts within. */
function listDescriptions(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string' && /^(?:summary|description)$/.test(name) ? [value] : listDescriptions(value),
  );
}

function assertNone(hits: readonly string[]): void {
  assert.ok(hits.length === 0, `${hits.length} to rewrite:\n${hits.join('\n')}`);
}

interface Comment {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** All comments of a source file, without their signs. Line comments on successive lines are one comment. */
function listComments(file: string, source: string): Comment[] {
  const found: Comment[] = [];
  let lastEnd = -1;
  for (const { type, value, start, end } of parse(file, source).comments) {
    const isContinued = type === 'Line' && lastEnd >= 0 && /^[ \t]*\n[ \t]*$/.test(source.slice(lastEnd, start));
    lastEnd = type === 'Line' ? end : -1;
    if (isContinued) continue;
    const text = value
      .replace(/^\*/, '')
      .replace(/^[ \t]*\*[ \t]?/gm, '')
      .replace(/\s+/g, ' ')
      .trim();
    found.push({ file, line: lineAt(source, start), text });
  }
  return found;
}

interface Statement {
  readonly file: string;
  readonly line: number;
  /** The name that PostgreSQL shows, and the constant's where there is one. */
  readonly names: readonly string[];
}

/** `preparedRead<…>()('name', …)`; where the name is a variable, the first text in that variable's value counts. */
function listStatements(file: string, source: string): Statement[] {
  return [...source.matchAll(/(?:const (\w+) = |return )prepared(?:Read|Write)</g)].map((match) => {
    const [, constant] = match;
    const [, literal, variable] = /\(\)\(\s*(?:'([^']*)'|(\w+))/.exec(source.slice(match.index)) ?? [];
    const value = new RegExp(`const ${variable} =[^']*'([^']*)'`).exec(source);
    const names = [literal ?? value?.[1] ?? '', ...(constant === undefined ? [] : [constant])];
    return { file, line: lineAt(source, match.index), names };
  });
}

function isDatabaseSource(file: string): boolean {
  return /^src\/db\/.*\.ts$/.test(file) && !/\.test\.ts$/.test(file);
}

/** `lock` of `lockContext`, `lock_context` and `LOCK_CONTEXT`. */
function firstWordOf(name: string): string {
  return (/^[a-z]+|^[A-Z]+/.exec(name)?.[0] ?? '').toLowerCase();
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length;
}

function parse(file: string, source: string) {
  const result = parseSync(file, source);
  assert.deepEqual(result.errors, [], file);
  return result;
}
