/** Runs a command for each brand: opens the installation, with or without a running server, and ends with 1 if any brand fails. */
import { listBrandIds } from '#db/people/brand-list.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import type { Installation } from './installation.ts';
import { openOrExit } from './open-for-command.ts';

export interface Visit {
  readonly installation: Installation;
  readonly brandId: string;
  readonly slug: string;
  readonly say: (line: string) => void;
}

/** Calls `first` once, for data that belong to no brand, then `visit` for each brand; both return whether all is well. */
export async function forEachBrand(
  visit: (visit: Visit) => Promise<boolean>,
  first: (visit: Pick<Visit, 'installation' | 'say'>) => Promise<boolean> = async () => true,
): Promise<void> {
  const installation = await openOrExit();
  const say = (line: string) => process.stdout.write(`${line}\n`);
  let well = true;
  try {
    well = await first({ installation, say });
    const [all] = await installation.database.readOutside((db) => db.run(listBrandIds, {}));
    for (const brandId of all?.ids ?? []) {
      const [place] = await installation.database.read(brandId, (db) => db.run(readPlace, { brandId, storeId: null }));
      if (!(await visit({ installation, brandId, slug: place?.slug ?? brandId, say }))) well = false;
    }
  } finally {
    await installation.close();
  }
  process.exitCode = well ? 0 : 1;
}
