/** `npm run verify [-- --head FILE]`: is the record whole? (R3). Prints each brand's head, which can be kept and shown again. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accountForHolds } from '#flows/account-for-holds.ts';
import { type Head, verifyRecord } from '#flows/verify-record.ts';
import { eachBrand } from './each-brand.ts';
import { keysOf } from './keys.ts';

const { values } = parseArgs({ options: { head: { type: 'string' } } });
const heads = values.head === undefined ? {} : (JSON.parse(readFileSync(values.head, 'utf8')) as Record<string, Head>);

await eachBrand(async ({ house, brandId, slug, say }) => {
  const known = heads[brandId] ?? null;
  const { receipts, head, broken } = await verifyRecord(house.database, keysOf(house.secret).receipts, brandId, known);
  if (broken === null) say(`${slug}: ${receipts} receipts, whole. Head ${head.number} ${head.link}`);
  else say(`${slug}: BROKEN at receipt ${broken.number} (${broken.kind}). ${receipts} receipts`);
  const { created, became, isWhole } = await accountForHolds(house.database, brandId);
  const sums = Object.entries(became).map(([what, n]) => `${n} ${what}`);
  if (created > 0 || !isWhole) {
    say(`${slug}: ${isWhole ? '' : 'UNACCOUNTED: '}${created} held = ${sums.toSorted().join(' + ') || '0'}`);
  }
  return broken === null && isWhole;
});
