/** Tests that the linter enforces the layers: it refuses wrong lines in each layer with a sentence, and accepts correct lines. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

const root = dirname(import.meta.dirname);
const project = mkdtempSync(join(tmpdir(), 'oto-layers-'));
after(() => rmSync(project, { recursive: true }));

cpSync(join(root, 'biome.json'), join(project, 'biome.json'));
cpSync(join(root, 'scripts', 'lint'), join(project, 'scripts', 'lint'), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));

/** Lines that must not be in a file of that name, with the linter's sentence. */
const refused: readonly (readonly [file: string, line: string, sentence: RegExp])[] = [
  ['src/rules/a.ts', from('#db/core/db.ts'), /rules import nothing/],
  ['src/rules/a.ts', from('#words/core/catalogue/pt-BR.ts'), /rules import nothing/],
  ['src/rules/a.ts', from('node:fs'), /rules import nothing/],
  ['src/rules/a.ts', from('zod'), /rules import nothing/],
  ['src/rules/a.ts', `await import('node:fs')`, /rules import nothing|answer at once/],
  ['src/rules/a.ts', 'export const x = new Date(0);', /Date/],
  ['src/rules/a.ts', 'export const x = Temporal.PlainDate;', /Temporal/],
  ['src/rules/time/a.ts', 'export const x = Temporal.PlainDate;', /Temporal/],
  ['src/rules/time/zone.ts', 'export const x = new Date(0);', /Date/],
  ['src/rules/time/zone.ts', 'export const x = Temporal.Now.instant();', /main\/core\/clock\.ts alone reads the clock/],
  ['src/rules/a.ts', 'export const x = process.pid;', /process/],
  ['src/rules/a.ts', 'export const x = Math.random();', /only main makes random numbers/],
  ['src/rules/a.ts', 'export const x = crypto.randomUUID();', /crypto/],
  ['src/rules/a.ts', 'export const x = performance.now();', /performance/],
  ['src/rules/a.ts', 'export const x = fetch("/");', /fetch/],
  ['src/rules/a.ts', 'export const x = new Intl.NumberFormat("pt-BR");', /Intl/],
  ['src/rules/a.ts', 'export async function x() { return 1; }', /Rules answer at once/],
  ['src/rules/a.ts', 'export const x = async () => 1;', /Rules answer at once/],
  ['src/rules/a.ts', 'export class X { async x() { return 1; } }', /Rules answer at once/],
  ['src/rules/a.ts', 'export const x = Promise.resolve(1);', /Promise/],
  ['src/contract/a.ts', from('#db/core/db.ts'), /contract holds shapes/],
  ['src/contract/a.ts', from('fastify'), /contract holds shapes/],
  ['src/contract/a.ts', from('#rules/contact/decide.ts'), /import type/],
  ['src/words/a.ts', from('zod'), /words are sentences/],
  ['src/words/a.ts', from('#flows/a.ts'), /words are sentences/],
  ['src/words/a.ts', from('#contract/core/problem.ts'), /import type/],
  ['src/db/a.ts', from('#flows/a.ts'), /db remembers/],
  ['src/db/a.ts', from('#contract/a.ts'), /db remembers/],
  ['src/db/a.ts', from('fastify'), /db remembers/],
  ['src/channels/a.ts', from('#db/core/db.ts'), /channels speak to WhatsApp/],
  ['src/channels/a.ts', from('#rules/quiet.ts'), /import type/],
  ['src/flows/a.ts', from('#http/core/app.ts'), /flows order/],
  ['src/flows/a.ts', from('kysely'), /flows order/],
  ['src/flows/a.ts', from('fastify'), /flows order/],
  ['src/flows/a.ts', 'export const x = new Date(0);', /Date/],
  ['src/flows/a.ts', 'export const x = Date.now();', /Date|clock/],
  ['src/http/a.ts', from('#rules/contact/decide.ts'), /http is an entry point/],
  ['src/http/a.ts', from('#jobs/core/chores.ts'), /http is an entry point/],
  ['src/http/a.ts', `export const x = (y: { role: string }) => y.role === 'seller';`, /who may do what/],
  ['src/flows/a.ts', `export const x = (role: string) => role !== 'seller';`, /who may do what/],
  ['src/http/a.ts', from('pg'), /http is an entry point/],
  ['src/http/a.ts', 'export const x = Date.now();', /main\/core\/clock\.ts alone/],
  ['src/http/a.ts', 'export const x = new Date();', /main\/core\/clock\.ts alone/],
  ['src/http/a.ts', 'export const x = process.env.PORT;', /main alone reads the environment/],
  ['src/jobs/a.ts', from('#rules/contact/decide.ts'), /jobs wake flows up/],
  ['src/jobs/a.ts', from('#http/core/app.ts'), /jobs wake flows up/],
  ['src/web/a.tsx', from('#rules/contact/decide.ts'), /web draws/],
  ['src/web/a.tsx', from('#flows/a.ts'), /web draws/],
  ['src/web/a.tsx', from('zod'), /web draws/],
  ['src/web/a.tsx', from('#contract/core/problem.ts'), /import type/],
  ['src/web/a.tsx', 'export const x = Temporal.Now;', /Temporal/],
  ['src/main/a.ts', `import { x } from '../db/db.ts';\nexport const y = x;`, /Name the layer/],
  ['src/main/a.ts', 'export const x = Date.now();', /main\/core\/clock\.ts alone/],
  ...['rules', 'contract', 'words', 'db', 'channels', 'flows', 'http', 'jobs', 'web'].map(
    (layer) => [`src/${layer}/a.ts`, from('#main/core/clock.ts'), /./] as const,
  ),
  ['src/flows/a.ts', 'export const x = (y: unknown) => y as Permit;', /A Permit is given by decide alone/],
  ['src/flows/a.ts', 'export const x = (y: object) => y as unknown as Permit;', /A Permit is given by decide alone/],
  ['src/flows/a.ts', 'export const x = (y: any) => y;', /any/],
  ['src/words/a.ts', 'export const x = { hour12: false };', /hourCycle/],
  ['src/http/a.ts', 'export default 1;', /default/],
  ['test/a.test.ts', `import { x } from '../src/db/core/db.ts';\nexport const y = x;`, /Name the layer/],
];

/** Lines that the linter must accept: correct imports and calls of each layer. */
const allowed: readonly (readonly [file: string, line: string])[] = [
  ['src/rules/a.ts', from('./time/interval.ts')],
  ['src/rules/time/a.ts', from('#rules/policy/policy.ts')],
  ['src/rules/time/zone.ts', 'export const x = Temporal.ZonedDateTime;'],
  ['src/contract/a.ts', from('zod')],
  ['src/contract/a.ts', typeFrom('#rules/contact/decision.ts')],
  ['src/contract/a.ts', `import { REASONS } from '#rules/contact/decision.ts';\nexport const x = REASONS;`],
  ['src/words/a.ts', typeFrom('#contract/core/problem.ts')],
  ['src/words/a.ts', typeFrom('#rules/contact/decision.ts')],
  ['src/db/a.ts', from('kysely')],
  ['src/db/a.ts', from('#rules/time/interval.ts')],
  ['src/db/a.ts', 'export const x = new Date(0).toISOString();'],
  ['src/channels/a.ts', typeFrom('#rules/contact/decision.ts')],
  ['src/flows/a.ts', from('#rules/contact/decide.ts')],
  ['src/flows/a.ts', from('#db/core/db.ts')],
  ['src/http/a.ts', from('@fastify/cookie')],
  ['src/http/a.ts', from('#rules/people/access.ts')],
  ['src/http/a.ts', from('#flows/contact/attempt-contact.ts')],
  ['src/jobs/a.ts', from('#flows/tidy.ts')],
  ['src/main/a.ts', 'export const x = process.env.PORT;'],
  ['src/main/core/clock.ts', 'export const x = Date.now();'],
  ['src/web/a.tsx', from('#rules/time/interval.ts')],
  ['src/web/a.tsx', from('#rules/time/ring.ts')],
  ['src/web/a.tsx', from('#rules/contact/message-text.ts')],
  ['src/web/a.tsx', from('#rules/policy/policy-limits.ts')],
  ['src/web/a.tsx', from('react')],
  ['src/web/a.tsx', typeFrom('#contract/core/problem.ts')],
  ['src/rules/a.test.ts', from('node:test')],
  ['src/flows/a.test.ts', from('#kit/database.ts')],
];

const messagesOfLines = lint([...refused, ...allowed]);

refused.forEach(([file, line, sentence], index) => {
  test(`the linter refuses in ${file}: ${line.split('\n')[0]}`, () => {
    assert.match(messagesOfLines[index] ?? '', sentence);
  });
});

allowed.forEach(([file, line], index) => {
  test(`the linter accepts in ${file}: ${line.split('\n')[0]}`, () => {
    assert.equal(messagesOfLines[refused.length + index], '');
  });
});

/** Returns the linter's messages for each line, '' for none. Each line is in its own file; lines with equal file names need further runs. */
function lint(lines: readonly (readonly [file: string, line: string, ...unknown[]])[]): string[] {
  const messages = lines.map(() => '');
  let rest = lines.map(([file, line], index) => ({ file: file.replace(/\/a\.(?=ts)/, `/a${index}.`), line, index }));
  while (rest.length > 0) {
    const round = new Map(rest.map((each) => [each.file, each]));
    rest = rest.filter((each) => round.get(each.file) !== each);
    for (const [path, text] of lintOnce(round)) messages[round.get(path)?.index ?? -1] += `${text}\n`;
  }
  return messages;
}

function* lintOnce(files: ReadonlyMap<string, { line: string }>): Generator<[path: string, text: string]> {
  for (const [path, { line }] of files) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), `${line}\n`);
  }
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const asked = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings'];
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...asked, 'src', 'test'], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.match(stdout, /^\{/, stderr);
  const report = JSON.parse(stdout) as { diagnostics: { message: string; location: { path: string } }[] };
  for (const { message, location } of report.diagnostics) {
    if (files.has(location.path)) yield [location.path, message];
  }
  for (const path of files.keys()) rmSync(join(project, path));
}

function from(module: string): string {
  return `import { x } from '${module}';\nexport const y = x;`;
}

function typeFrom(module: string): string {
  return `import type { X } from '${module}';\nexport type Y = X;`;
}
