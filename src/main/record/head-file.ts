/** The heads of the record (R3): written out by a server each day, and read back from a copy that was kept elsewhere. */
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Head } from '#flows/record/verify-record.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import { makePrivateFolder } from '#main/core/private-folder.ts';

const Heads = z.record(z.uuid(), z.object({ number: z.int().nonnegative(), link: z.string().regex(/^[0-9a-f]{64}$/) }));

/** By brand, at least one. Throws `CannotStart` for what cannot be read, is no such file, or names no brand: nothing could be compared. */
export function readHeads(path: string): ReadonlyMap<string, Head> {
  const read = Heads.safeParse(parsed(path));
  if (!read.success) throw new CannotStart(`${path} holds no heads as a server writes them into its data folder.`);
  const heads = new Map(Object.entries(read.data));
  if (heads.size === 0) throw new CannotStart(`${path} names no brand: there is nothing to compare the record with.`);
  return heads;
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

/** One file a day, written anew as the day goes on, whole or not at all. */
export function headsKeeper(dir: string) {
  return async (on: string, heads: Readonly<Record<string, unknown>>): Promise<void> => {
    makePrivateFolder(dir);
    const file = join(dir, `${on}.json`);
    await writeFile(`${file}.new`, `${JSON.stringify(heads, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
}
