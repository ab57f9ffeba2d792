/** The heads of the record (R3): written out by a server each day, signed, and read back from a copy that was kept elsewhere. */
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

/** A head as a file shows it. `signed`: null where a version before signatures wrote the file. */
export interface ShownHead extends Head {
  readonly signed: Pick<z.infer<typeof SignedHead>, 'day' | 'kid' | 'signature'> | null;
}

/** As versions before signatures wrote it: by brand. */
const UnsignedHeads = z.record(z.uuid(), SignedHead.pick({ number: true, link: true }).strict());

/** By brand, at least one. Throws `CannotStart` for what cannot be read, is no such file, or names no brand: nothing could be compared. */
export function readHeads(path: string): ReadonlyMap<string, ShownHead> {
  const heads = headsIn(parsed(path));
  if (heads === null) throw new CannotStart(`${path} holds no heads as a server writes them into its data folder.`);
  if (heads.size === 0) throw new CannotStart(`${path} names no brand: there is nothing to compare the record with.`);
  return heads;
}

function headsIn(content: unknown): ReadonlyMap<string, ShownHead> | null {
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

/** One file a day, written anew as the day goes on, whole or not at all; with each head's signature and the public keys. */
export function headsKeeper(dir: string, key: SigningKey, readKeys: () => Promise<RecordKey[]>) {
  return async (on: string, heads: Readonly<Record<string, Head>>): Promise<void> => {
    const content: z.infer<typeof HeadsFile> = {
      format: 'oto-heads/1',
      keys: await readKeys(),
      heads: signHeads(key, on, heads),
    };
    makePrivateFolder(dir);
    const file = join(dir, `${on}.json`);
    await writeFile(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
}
