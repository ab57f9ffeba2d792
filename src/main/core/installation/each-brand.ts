/** A command that walks all brands: opens the house beside a running server or without one, and ends with 1 where any fails. */
import { brandIds } from '#db/people/brand-list.ts';
import { placeOf } from '#db/policy/quiet-hours.ts';
import type { House } from './installation.ts';
import { openOrExit } from './open-for-command.ts';

interface Visit {
  readonly house: House;
  readonly brandId: string;
  readonly slug: string;
  readonly say: (line: string) => void;
}

/** `visit` answers whether all is well with the brand. */
export async function eachBrand(visit: (visit: Visit) => Promise<boolean>): Promise<void> {
  const house = await openOrExit();
  let well = true;
  try {
    const [all] = await house.database.readOutside((db) => db.run(brandIds, {}));
    for (const brandId of all?.ids ?? []) {
      const [place] = await house.database.read(brandId, (db) => db.run(placeOf, { brandId, storeId: null }));
      const say = (line: string) => process.stdout.write(`${line}\n`);
      if (!(await visit({ house, brandId, slug: place?.slug ?? brandId, say }))) well = false;
    }
  } finally {
    await house.close();
  }
  process.exitCode = well ? 0 : 1;
}
