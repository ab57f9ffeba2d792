/** Writes the signed heads of the record's chains into a daily file (R3), and reads such a file from a copy kept elsewhere. */
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HeadsFile, SignedHead } from '#contract/record/record-keys.ts';
import type { SigningKey } from '#db/core/installation/signing-key.ts';
import { signHeads } from '#flows/record/record-keys.ts';
import type { Head } from '#flows/record/verify-record.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import { makePrivateFolder } from '#main/core/private-folder.ts';
import type { RecordKey } from '#rules/record/signed-text.ts';

/** A head in a file. `signed`: null if a version before signatures wrote the file. */
export interface HeadOfFile extends Head {
  readonly signed: Pick<z.infer<typeof SignedHead>, 'day' | 'kid' | 'signature'> | null;
}

/** The file format of versions before signatures: heads by brand. */
const UnsignedHeads = z.record(z.uuid(), SignedHead.pick({ number: true, link: true }).strict());

/** Returns the heads by brand, at least one. Throws `CannotStart` if the file cannot be read, has another format, or names no brand. */
export function readHeads(path: string): ReadonlyMap<string, HeadOfFile> {
  const heads = headsIn(parsed(path));
  if (heads === null) throw new CannotStart(`${path} is no file of heads as a server writes it into its data folder.`);
  if (heads.size === 0) throw new CannotStart(`${path} names no brand: there is nothing to compare the record with.`);
  return heads;
}

function headsIn(content: unknown): ReadonlyMap<string, HeadOfFile> | null {
  const unsigned = UnsignedHeads.safeParse(content);
  if (unsigned.success) {
    return new Map(Object.entries(unsigned.data).map(([brandId, head]) => [brandId, { ...head, signed: null }]));
  }
  const file = HeadsFile.safeParse(content);
  if (!file.success) return null;
  return new Map(
    file.data.heads.map(({ brandId, number, link, ...signed }) => [brandId, { number, link, signed }] as const),
  );
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotStart(`The heads cannot be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Returns the function that writes a day's file with the heads, their signatures and the public keys. Later calls on the same
 * day replace the file; a crash leaves the old file or the new one.
 */
export function headsKeeper(dir: string, key: SigningKey, readKeys: () => Promise<RecordKey[]>) {
  return async (day: string, heads: Readonly<Record<string, Head>>): Promise<void> => {
    const content: z.infer<typeof HeadsFile> = {
      format: 'oto-heads/1',
      keys: await readKeys(),
      heads: signHeads(key, day, heads),
    };
    makePrivateFolder(dir);
    const file = join(dir, `${day}.json`);
    await writeFile(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
}
