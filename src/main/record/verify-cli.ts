/**
 * `npm run verify [-- --head FILE]`: checks that the record is whole (R3). Prints each brand's head, which an operator can keep
 * and pass in FILE later, and for each head of FILE whether its signature is valid. Ends with 0 if all is whole, also with
 * unsigned heads of an older version; with 1 if something is not; with 2 if nothing was checked.
 */
import { parseArgs } from 'node:util';
import { signingKeyOf } from '#db/core/installation/signing-key.ts';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { readRecordKeys, signatureFault, type TrustedKeys, trustKeys } from '#flows/record/record-keys.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import { forEachBrand, type Visit } from '#main/core/installation/each-brand.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { askedPath } from '#main/core/path-argument.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { type HeadOfFile, readHeads } from './head-file.ts';

try {
  await run(readKnownHeads(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

type Say = Visit['say'];

async function run(known: ReadonlyMap<string, HeadOfFile>): Promise<void> {
  const notMet = new Map(known);
  let trusted: TrustedKeys = new Map();
  await forEachBrand(
    (visit) => {
      notMet.delete(visit.brandId);
      return verifyBrand(visit, known.get(visit.brandId) ?? null, trusted);
    },
    async ({ installation, say }) => {
      const keys = await verifyKeys(installation, say);
      trusted = keys.trusted;
      return keys.isWhole;
    },
  );
  for (const [brandId, { number }] of notMet) {
    process.stdout.write(`${brandId}: GONE. Its head ${number} is known, and no such brand is in this database\n`);
    process.exitCode = 1;
  }
}

/** Checks a brand's record. `known`: the brand's head in FILE; null: FILE has none. */
async function verifyBrand(visit: Visit, known: HeadOfFile | null, trusted: TrustedKeys): Promise<boolean> {
  const { installation, brandId, slug, say } = visit;
  const { receipts: key } = keysOf(installation.secret);
  const { receipts, mark, head, broken } = await verifyRecord(installation.database, key, brandId, known);
  if (broken === null) say(`${slug}: ${receipts} receipts, whole. Head ${head.number} ${head.link}`);
  else say(`${slug}: BROKEN at receipt ${broken.number} (${broken.kind}). ${receipts} receipts`);
  if (mark !== null) say(`${slug}: starts after receipt ${mark.number}, which retention deleted on ${mark.day}`);
  const hasRightSignature = known === null || verifySignature(visit, known, trusted);
  const { created, became, isWhole } = await accountForHolds(installation.database, brandId);
  const sums = Object.entries(became).map(([what, n]) => `${n} ${what}`);
  if (created > 0 || !isWhole) {
    say(`${slug}: ${isWhole ? '' : 'UNACCOUNTED: '}${created} held = ${sums.toSorted().join(' + ') || '0'}`);
  }
  return broken === null && hasRightSignature && isWhole;
}

/** Checks the keys that sign the heads: each must be signed by the one before, and the newest must be derived from OTO_SECRET. */
async function verifyKeys({ database, secret }: Installation, say: Say) {
  const keys = await readRecordKeys(database);
  const own = signingKeyOf(secret);
  const { trusted, fault } = trustKeys(own, keys);
  if (fault === null) say(`Signing keys: ${keys.length}, whole. Newest ${own.kid}`);
  else say(`Signing keys: BROKEN at key ${fault.number} (${fault.kind}). ${keys.length} keys`);
  return { trusted, isWhole: fault === null };
}

/** Tells whether the head's signature is valid; true also for a head of a version without signatures. */
function verifySignature({ brandId, slug, say }: Visit, head: HeadOfFile, trusted: TrustedKeys): boolean {
  const { number, link, signed } = head;
  if (signed === null) {
    say(`${slug}: head ${number} of the file is unsigned: a version before signatures wrote it`);
    return true;
  }
  const fault = signatureFault({ brandId, number, link, ...signed }, trusted);
  const of = `${slug}: head ${number} of ${signed.day}`;
  if (fault === null) say(`${of} has a valid signature of key ${signed.kid}`);
  else say(`${of} has a WRONG SIGNATURE (${fault}) of key ${signed.kid}`);
  return fault === null;
}

function readKnownHeads(args: readonly string[]): ReadonlyMap<string, HeadOfFile> {
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
