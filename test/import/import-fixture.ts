/** Creates a brand for tests of imports, and imports files into it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { ImportKind, ImportReport } from '#contract/import/import-report.ts';
import type { Database } from '#db/core/db.ts';
import { createBrand } from '#db/people/brands.ts';
import { importFile } from '#flows/import/import-file.ts';

export const NUMBER_KEY = new Uint8Array(32).fill(7);

export type Read = Extract<ImportReport, { kind: 'read' }>;

/** Creates an empty brand in São Paulo's zone. `at` is the app's clock, which the test may move. */
export async function createImportBrand(db: Database, owner: pg.Pool, at = '2026-11-22T15:00:00Z') {
  const brandId = uuidv7();
  const slug = `b-${brandId.slice(-12)}`;
  let now = Date.parse(at);
  await db.inBrand(brandId, async (tx) => {
    const zone = 'America/Sao_Paulo';
    createBrand(tx, { brandId, slug, name: 'Aurora', article: 'a', plan: 'growth', zone, portfolioOnly: false }, now);
  });
  const deps = { db, now: () => now, newId: uuidv7, numberKey: NUMBER_KEY };

  /** Imports a file and returns the report. Throws where the whole file could not be read. */
  const importRows = async (kind: ImportKind, file: string | Uint8Array, skipBadRows = false): Promise<Read> => {
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
    const report = await importFile(deps, { brandId, kind, file: bytes, skipBadRows });
    if (report.kind !== 'read')
      throw new Error(`The file could not be read: ${report.fault.code} at line ${report.fault.line}`);
    return report;
  };
  return {
    brandId,
    slug,
    importRows,
    moveTo(instant: string) {
      now = Date.parse(instant);
    },
    /** Runs a query as the owner, with the brand's id as its only argument. */
    async rows<R extends pg.QueryResultRow>(text: string): Promise<R[]> {
      return (await owner.query<R>(text, [brandId])).rows;
    },
  };
}

/** Reads a file of `test/import/data`. */
export function dataFile(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, 'data', name));
}

/** Returns the codes of a report's findings with their lines: `['name_missing 154']`. */
export function codesOf(findings: Read['faults']): string[] {
  return findings.map(({ code, line }) => `${code} ${line}`);
}
