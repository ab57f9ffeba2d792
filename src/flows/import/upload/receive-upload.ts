/** Stores an uploaded file in the database, part by part as it arrives, so that any server of several can read it. */
import type { ImportKind } from '#contract/import/import-report.ts';
import type { Database } from '#db/core/db.ts';
import { commitWithoutWaiting, endImport } from '#db/import/imports.ts';
import { completeUpload, deleteFile, insertFilePart, insertUpload } from '#db/import/uploads.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface UploadDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly newId: () => string;
}

export interface UploadOf {
  readonly brandId: string;
  readonly personId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
}

/** The largest file: half a million customers. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/**
 * Stores the file. Returns the import's id; `too_large` or `empty` where the file is refused, of which nothing is kept; `ended`
 * where a customer was erased while the file arrived, since the file may contain the customer. Where the file stops arriving, the import ends and its parts are deleted; where the server ends, a chore does both.
 */
export async function receiveUpload(
  deps: UploadDeps,
  of: UploadOf,
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly id: string } | 'too_large' | 'empty' | 'ended'> {
  const { db, now, newId } = deps;
  const { brandId } = of;
  const id = newId();
  await db.inBrand(brandId, async (tx) => tx.send(insertUpload, { ...of, id, at: now() }));
  const abandon = () =>
    db.inBrand(brandId, async (tx) => {
      tx.send(endImport, { brandId, id, state: 'failed', failure: 'not_received', at: now() });
      tx.send(deleteFile, { brandId, id });
    });
  try {
    const bytes = await storeParts(db, { brandId, id }, chunks);
    if (bytes === 0 || bytes > LARGEST_FILE) {
      await abandon();
      return bytes === 0 ? 'empty' : 'too_large';
    }
    const [complete] = await db.inBrand(brandId, (tx) => tx.run(completeUpload, { brandId, id, bytes }));
    if (complete === undefined) {
      await db.inBrand(brandId, async (tx) => tx.send(deleteFile, { brandId, id }));
      return 'ended';
    }
    return { id };
  } catch (error) {
    await abandon().catch(() => undefined);
    throw error;
  }
}

/** Stores the parts and returns how many bytes arrived; after `LARGEST_FILE` nothing more is stored. */
async function storeParts(
  db: Database,
  of: { readonly brandId: string; readonly id: string },
  chunks: AsyncIterable<Buffer>,
): Promise<number> {
  let bytes = 0;
  let part = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const store = async () => {
    const whole = Buffer.concat(waiting);
    await db.inBrand(of.brandId, async (tx) => {
      tx.send(commitWithoutWaiting, {});
      tx.send(insertFilePart, { ...of, part, bytes: whole });
    });
    part += 1;
    waiting = [];
    waitingBytes = 0;
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    // The rest is read and thrown away, so that the refusal reaches a browser that still sends.
    if (bytes > LARGEST_FILE) continue;
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= PART_BYTES) await store();
  }
  if (waitingBytes > 0 && bytes <= LARGEST_FILE) await store();
  return bytes;
}

/** The size of a stored part. A larger part needs fewer transactions and more memory. */
const PART_BYTES = 512 * 1024;
