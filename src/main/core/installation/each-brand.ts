/** A command that walks all brands: opens the installation beside a running server or without one, and ends with 1 where any fails. */
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

/** `visit` answers whether all is well with the brand, `first` whether all is well with what belongs to no brand. */
export async function eachBrand(
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
