/**
 * `npm run import -- --brand SLUG --kind stores|sellers|customers|purchases FILE.csv [--dry-run] [--skip-bad-rows]` imports a
 * file, with or without a running server. Ends with 0 if the file was imported or a dry run found that it can be, 1 if it was
 * not or cannot be, 2 if nothing was tried.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { IMPORT_KINDS, type ImportKind, type ImportReport } from '#contract/import/import-report.ts';
import { findBrandIdBySlug } from '#db/people/brands.ts';
import { importFile } from '#flows/import/import-file.ts';
import { ImportBusy } from '#flows/import/import-turn.ts';
import { ImportFailed, ImportUnfinished, type Recovered } from '#flows/import/write/carry-out-import.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { openForCommand } from '#main/core/installation/open-for-command.ts';
import { askedPath } from '#main/core/path-argument.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { demoClock } from '#main/time/demo-clock.ts';
import {
  IMPORT_BUSY,
  IMPORT_WAITS,
  importFailedText,
  importUnfinishedText,
  recoveredText,
} from '#words/import/import-course.ts';
import { canBeWritten, reportLines } from '#words/import/import-lines.ts';

const USAGE = `Uso: npm run import -- --brand MARCA --kind ${IMPORT_KINDS.join('|')} ARQUIVO.csv [--dry-run] [--skip-bad-rows]`;

/** A command follows the demo's clock and tells nobody of a move. */
const NOBODY = { onMoved: () => undefined, afterMove: () => Promise.resolve() };

interface Wish {
  readonly slug: string;
  readonly kind: ImportKind;
  readonly file: Uint8Array;
  readonly skipBadRows: boolean;
  readonly dryRun: boolean;
}

try {
  process.exitCode = await run(wishOf(process.argv.slice(2)));
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = error instanceof CannotStart ? 2 : 1;
}

/** Returns the sentence for an error that the operator can act on; null for an unexpected error. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof CannotStart) return error.message;
  if (error instanceof ImportBusy) return IMPORT_BUSY;
  if (!(error instanceof ImportFailed || error instanceof ImportUnfinished)) return null;
  const why = error.cause instanceof Error ? error.cause.message : error.message;
  return error instanceof ImportFailed ? importFailedText(why) : importUnfinishedText(why);
}

async function run(wish: Wish): Promise<number> {
  const installation = await openForCommand();
  try {
    const [brand] = await installation.database.readOutside((db) => db.run(findBrandIdBySlug, { slug: wish.slug }));
    if (!brand?.brandId) throw new CannotStart(`Não há marca “${wish.slug}” nesta base de dados.`);
    const report = await importInto(installation, brand.brandId, wish);
    for (const line of reportLines(wish.kind, report, wish)) process.stdout.write(`${line}\n`);
    if (report.kind === 'unreadable') return 1;
    if (report.dryRun) return canBeWritten(report, wish) ? 0 : 1;
    if (!report.written) return 1;
    for (const line of await firstSignIns(installation, brand.brandId, wish)) process.stdout.write(`${line}\n`);
    return 0;
  } finally {
    await installation.close();
  }
}

async function importInto(
  installation: Installation,
  brandId: string,
  { slug: _, ...wish }: Wish,
): Promise<ImportReport> {
  const { database: db, clock, config } = installation;
  if (config.mode === 'demo') await demoClock(db, clock, installation.hostClock, NOBODY).follow();
  const numberKey = keysOf(installation.secret).numbers;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const onWaiting = () => say(IMPORT_WAITS);
  const onRecovered = (recovered: Recovered) => say(recoveredText(recovered.kind, recovered.how));
  const deps = { db, now: () => clock.now(), newId: uuidv7, numberKey, onWaiting, onRecovered };
  return importFile(deps, { brandId, ...wish });
}

/** Creates sign-ins after an import of stores or sellers. Only then is the sign-in's library loaded, which takes longer than most imports. */
async function firstSignIns(installation: Installation, brandId: string, { kind, slug }: Wish): Promise<string[]> {
  if (kind !== 'stores' && kind !== 'sellers') return [];
  const { createFirstSignIns } = await import('#main/sign-in/first-sign-ins.ts');
  return createFirstSignIns(installation, { brandId, slug }, kind);
}

function wishOf(args: readonly string[]): Wish {
  const { values, positionals } = parsed(args);
  const { brand: slug, kind: asked } = values;
  const kind = IMPORT_KINDS.find((each) => each === asked);
  const [path] = positionals;
  if (slug === undefined || kind === undefined || path === undefined || positionals.length > 1)
    throw new CannotStart(USAGE);
  try {
    const file = readFileSync(askedPath(path));
    return { slug, kind, file, skipBadRows: values['skip-bad-rows'] === true, dryRun: values['dry-run'] === true };
  } catch (error) {
    throw new CannotStart(`O arquivo ${path} não pôde ser lido: ${(error as Error).message}`);
  }
}

function parsed(args: readonly string[]) {
  const options = {
    brand: { type: 'string' },
    kind: { type: 'string' },
    'skip-bad-rows': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n${USAGE}`);
  }
}
