/**
 * `npm run verify [-- --head FILE]`: is the record whole? (R3). Prints each brand's head, which can be kept and shown
 * again. Ends with 0 where all is whole, 1 where something is not, 2 where nothing was looked at.
 */
import { parseArgs } from 'node:util';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { type Head, verifyRecord } from '#flows/record/verify-record.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import { eachBrand } from '#main/core/installation/each-brand.ts';
import { askedPath } from '#main/core/path-argument.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { readHeads } from './head-file.ts';

try {
  await run(headsShown(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(shown: ReadonlyMap<string, Head>): Promise<void> {
  const notMet = new Map(shown);
  await eachBrand(async ({ house, brandId, slug, say }) => {
    notMet.delete(brandId);
    const { receipts: key } = keysOf(house.secret);
    const known = shown.get(brandId) ?? null;
    const { receipts, head, broken } = await verifyRecord(house.database, key, brandId, known);
    if (broken === null) say(`${slug}: ${receipts} receipts, whole. Head ${head.number} ${head.link}`);
    else say(`${slug}: BROKEN at receipt ${broken.number} (${broken.kind}). ${receipts} receipts`);
    const { created, became, isWhole } = await accountForHolds(house.database, brandId);
    const sums = Object.entries(became).map(([what, n]) => `${n} ${what}`);
    if (created > 0 || !isWhole) {
      say(`${slug}: ${isWhole ? '' : 'UNACCOUNTED: '}${created} held = ${sums.toSorted().join(' + ') || '0'}`);
    }
    return broken === null && isWhole;
  });
  for (const [brandId, { number }] of notMet) {
    process.stdout.write(`${brandId}: GONE. Its head ${number} is known, and no such brand is in this database\n`);
    process.exitCode = 1;
  }
}

function headsShown(args: readonly string[]): ReadonlyMap<string, Head> {
  const file = asked(args).head;
  return file === undefined ? new Map() : readHeads(askedPath(file));
}

function asked(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { head: { type: 'string' } } }).values;
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\nusage: npm run verify [-- --head FILE]`);
  }
}
