/** Checks limits on the structure of `src` (decision 0029). A limit may only fall, and the test says when it can. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { parseSync } from 'vite';

const root = dirname(import.meta.dirname);

/** The present limits; the goal of each is 0. A limit is lowered as soon as a test says so, and never raised. */
const LIMITS = {
  circles: 0,
  againstTheOrder: 0,
  longFunctions: 0,
};

/** The most source files in a folder; tests, style sheets and migrations are not counted. */
const MOST_FILES = 15;
/** The most lines of a function, including nested functions. */
const MOST_LINES = 60;
const MOST_LINES_WITH_JSX = 90;

/** The order of subjects: inside a layer, a subject imports only from itself and from the subjects before it. */
const ORDER =
  'core shell time people support policy contact holds customers campaigns record impact reports mail sign-in push import stores demo routes server'.split(
    ' ',
  );
const ORDER_IN_WEB =
  'ui shell sign-in customers contact holds campaigns support record policy reports stores people import demo apps'.split(
    ' ',
  );
const SUBJECT_OF_CHANNELS = ['whatsapp'];

/** Files without a subject: the generated schema, migrations, and the browser's entry files. */
const WITHOUT_SUBJECT = /^(db\/(schema\.ts|migrations\/)|web\/(main\.tsx|vite-env\.d\.ts)$)/;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

interface Source {
  readonly imports: readonly string[];
  readonly longFunctions: readonly string[];
}

const sources = new Map<string, Source>(
  globSync('**/*.{ts,tsx}', { cwd: join(root, 'src') })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()
    .map((file) => [file, readSource(file)]),
);

test('there is no circle of imports, including imports of types', () => {
  const circles = circlesOf(new Map([...sources].map(([file, { imports }]) => [file, imports])));
  assert.ok(sources.size > 700, 'too few source files were found');
  checkLimit(
    'circles',
    circles.map((circle) => circle.join(' → ')),
  );
});

test('every source file is in the folder of a subject', () => {
  const misplaced = [...sources.keys()].filter((file) => {
    const [layer = '', subject = ''] = file.split('/');
    return !WITHOUT_SUBJECT.test(file) && !orderOf(layer).includes(subject);
  });
  assert.deepEqual(misplaced, []);
});

test('inside a layer, a subject imports only from subjects that come before it', () => {
  const against = [...sources].flatMap(([file, { imports }]) => {
    const [layer = '', subject = ''] = file.split('/');
    const rank = orderOf(layer).indexOf(subject);
    return imports
      .filter((each) => each.startsWith(`${layer}/`) && orderOf(layer).indexOf(each.split('/')[1] ?? '') > rank)
      .filter(() => !WITHOUT_SUBJECT.test(file))
      .map((each) => `${file} imports ${each}`);
  });
  checkLimit('againstTheOrder', against);
});

test('no folder has more than fifteen source files', () => {
  const folders = Map.groupBy(
    [...sources.keys()].filter((file) => !WITHOUT_SUBJECT.test(file)),
    (file) => dirname(file),
  );
  const full = [...folders]
    .filter(([, files]) => files.length > MOST_FILES)
    .map(([f, { length }]) => `${f}: ${length}`);
  assert.deepEqual(full, []);
});

test('no function has more than 60 lines, or 90 with JSX', () => {
  checkLimit(
    'longFunctions',
    [...sources.values()].flatMap(({ longFunctions }) => longFunctions),
  );
});

/** Checks that `found` has exactly as many entries as the limit; fewer entries ask for a lower limit. */
function checkLimit(name: keyof typeof LIMITS, found: readonly string[]): void {
  const most = LIMITS[name];
  assert.ok(found.length <= most, `${name}: ${found.length}, and ${most} is the most:\n${found.join('\n')}`);
  assert.equal(found.length, most, `Lower LIMITS.${name} from ${most} to ${found.length}, so that it stays so.`);
}

function orderOf(layer: string): readonly string[] {
  return layer === 'web' ? ORDER_IN_WEB : layer === 'channels' ? SUBJECT_OF_CHANNELS : ORDER;
}

function readSource(file: string): Source {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  const { program, module, errors } = parseSync(file, text);
  assert.deepEqual(errors, [], file);
  const imported = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value ?? '')),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
    ...[...text.matchAll(/new URL\('([^']+)', import\.meta\.url\)/g)].map(([, path = '']) => path),
  ];
  const imports = imported
    .filter((path) => /^[.#]/.test(path))
    .map((path) => (path.startsWith('#') ? path.slice(1) : normalize(join(dirname(file), path))))
    .filter((path) => /\.tsx?$/.test(path));
  return { imports: [...new Set(imports)], longFunctions: longFunctionsOf(file, text, program) };
}

function longFunctionsOf(file: string, text: string, program: object): string[] {
  const found: string[] = [];
  visit(program, (node) => {
    if (!FUNCTIONS.has(node.type)) return;
    const lines = text.slice(node.start, node.end).split('\n').length;
    if (lines <= (hasJsx(node) ? MOST_LINES_WITH_JSX : MOST_LINES)) return;
    found.push(`${file}:${text.slice(0, node.start).split('\n').length}: ${lines} lines`);
  });
  return found;
}

function hasJsx(node: object): boolean {
  let found = false;
  visit(node, ({ type }) => {
    found ||= type === 'JSXElement' || type === 'JSXFragment';
  });
  return found;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function visit(value: unknown, each: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') each(value as Node);
  for (const part of Object.values(value)) visit(part, each);
}

/** Returns groups of files that import one another, directly or through others (Tarjan's algorithm). */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const enter = (file: string): number => {
    const own = index.size;
    index.set(file, own);
    lowest.set(file, own);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      const reached = index.has(next) ? (stack.includes(next) ? (index.get(next) ?? own) : own) : enter(next);
      lowest.set(file, Math.min(lowest.get(file) ?? own, reached));
    }
    const low = lowest.get(file) ?? own;
    if (low !== own) return low;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle);
    return own;
  };
  for (const file of graph.keys()) if (!index.has(file)) enter(file);
  return circles;
}
