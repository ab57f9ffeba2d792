/** Counts sign-in tries as one instant per key, under a lock, so that concurrent tries cannot exceed the limit. */
import { sql, type Transaction } from 'kysely';
import type { AuthDb, AuthTables } from '#db/core/auth-db.ts';
import { giveBack, type Limit, takeTry } from '#rules/sign-in/throttle.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A limit of tries: its key (a keyed hash), and the number of tries. */
export interface Meter {
  readonly key: Buffer;
  readonly limit: Limit;
}

/**
 * Returns the instant from which a try is available, if there is none now; null: there is one. Takes no try and no
 * lock, so `takeTries` may answer differently.
 */
export async function readRefusedUntil(db: AuthDb, meters: readonly Meter[], now: Instant): Promise<Instant | null> {
  const rows = await db.q
    .selectFrom('throttles')
    .select(['key', 'paid_until'])
    .where(
      'key',
      'in',
      meters.map(({ key }) => key),
    )
    .execute();
  const tries = meters.map(({ key, limit }) => {
    const row = rows.find((candidate) => candidate.key.equals(key));
    return takeTry(limit, row?.paid_until.getTime() ?? null, now);
  });
  const refusals = tries.filter((one) => !one.taken);
  return refusals.length === 0 ? null : Math.max(...refusals.map(({ nextAt }) => nextAt));
}

/** Takes one try from every meter, or from none; then returns the instant from which all meters have a try. */
export async function takeTries(
  db: AuthDb,
  meters: readonly Meter[],
  now: Instant,
): Promise<{ taken: true } | { taken: false; nextAt: Instant }> {
  return db.q.transaction().execute(async (tx) => {
    const readings = await lock(tx, meters, now);
    const tries = readings.map(({ limit, paidUntil }) => takeTry(limit, paidUntil, now));
    const refusals = tries.filter((one) => !one.taken);
    if (refusals.length > 0) return { taken: false, nextAt: Math.max(...refusals.map(({ nextAt }) => nextAt)) };
    for (const [i, one] of tries.entries()) if (one.taken) await write(tx, readings[i]?.key, one.paidUntil);
    return { taken: true };
  });
}

/** Gives the tries back, because the sign-in was right. */
export async function giveBackTries(db: AuthDb, meters: readonly Meter[], now: Instant): Promise<void> {
  await db.q.transaction().execute(async (tx) => {
    for (const { key, limit, paidUntil } of await lock(tx, meters, now)) {
      await write(tx, key, giveBack(limit, paidUntil));
    }
  });
}

/** Deletes meters that are paid off, a few at a time, and skips locked ones. */
export async function forgetPaidTries(db: AuthDb, now: Instant): Promise<void> {
  const paidOff = db.q
    .selectFrom('throttles')
    .select('key')
    .where('paid_until', '<=', new Date(now))
    .limit(100)
    .forUpdate()
    .skipLocked();
  await db.q.deleteFrom('throttles').where('key', 'in', paidOff).execute();
}

/**
 * Locks the meters' rows, creates missing ones. All callers lock in the same order, so that two sign-ins cannot
 * deadlock.
 */
async function lock(tx: Transaction<AuthTables>, meters: readonly Meter[], now: Instant) {
  const inOrder = meters.toSorted((a, b) => Buffer.compare(a.key, b.key));
  const rows = await tx
    .insertInto('throttles')
    .values(inOrder.map(({ key }) => ({ key, paid_until: new Date(now) })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ paid_until: sql`throttles.paid_until` }))
    .returning(['key', 'paid_until'])
    .execute();
  return inOrder.map(({ key, limit }) => {
    const row = rows.find((candidate) => candidate.key.equals(key));
    return { key, limit, paidUntil: row?.paid_until.getTime() ?? now };
  });
}

async function write(tx: Transaction<AuthTables>, key: Buffer | undefined, paidUntil: Instant): Promise<void> {
  if (!key) return;
  await tx
    .updateTable('throttles')
    .set({ paid_until: new Date(paidUntil) })
    .where('key', '=', key)
    .execute();
}
