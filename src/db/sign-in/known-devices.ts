/**
 * Remembers the devices on which an account was signed in, so that an attack from another device does not count against
 * them.
 */

import type { AuthDb } from '#db/core/auth-db.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A device is forgotten after this time without a sign-in. */
const REMEMBERED_MS = 400 * 86_400_000;

/**
 * Whether the account of this e-mail (lower case) was signed in on the device before. The query takes equally long if
 * there is no account.
 */
export async function isKnownDevice(db: AuthDb, email: string, deviceKey: string): Promise<boolean> {
  const rows = await db.run(
    'known_device',
    `select 1 from auth.known_devices d join auth."user" u on u."id" = d.user_id where u."email" = $1 and d.device_key = $2`,
    [email, deviceKey],
  );
  return rows.length > 0;
}

export async function rememberDevice(db: AuthDb, accountId: string, deviceKey: string, now: Instant): Promise<void> {
  await db.q
    .insertInto('known_devices')
    .values({ user_id: accountId, device_key: deviceKey, seen_at: new Date(now) })
    .onConflict((conflict) => conflict.columns(['user_id', 'device_key']).doUpdateSet({ seen_at: new Date(now) }))
    .execute();
  await db.q
    .deleteFrom('known_devices')
    .where('user_id', '=', accountId)
    .where('seen_at', '<', new Date(now - REMEMBERED_MS))
    .execute();
}
