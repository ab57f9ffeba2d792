/** The heads of the record as a server wrote them out on some day, read back from a copy that was kept elsewhere (R3). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Head } from '#flows/verify-record.ts';
import { CannotStart } from './cannot-start.ts';

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
