/** How devices stand with PINs typed without a name: slowed one by one, and together while none of theirs was right. */
import { sql } from 'kysely';
import type { PinWait } from '#rules/pin-wait.ts';
import type { Tx } from './db.ts';
import { preparedWrite } from './prepared.ts';
import { instant } from './values.ts';

export interface Device {
  readonly brandId: string;
  readonly storeId: string;
  readonly deviceKey: string;
}

/** Stands for all devices on which no PIN of the store was ever right. */
export const UNPROVEN = '';

/** How the device stands, held until the transaction's end. Hold a device before `UNPROVEN`, never after. */
export async function holdPinWait(tx: Tx, device: Device): Promise<PinWait & { readonly proven: boolean }> {
  const [row] = await tx.run(pinWaitHeld, device);
  if (!row) throw new Error('An upsert answers its row');
  return row;
}

const pinWaitHeld = preparedWrite<Device>()('pin_wait_held', (q, p) =>
  q
    .insertInto('pin_waits')
    .values({ brand_id: p.brandId, store_id: p.storeId, device_key: p.deviceKey })
    .onConflict((conflict) =>
      conflict.columns(['brand_id', 'store_id', 'device_key']).doUpdateSet({ wrong: sql`pin_waits.wrong` }),
    )
    .returning(['proven', 'wrong', 'wait_until as waitUntil', 'guesses_paid_until as guessesPaidUntil']),
);

export const pinWaitSaved = preparedWrite<Device & PinWait & { proven: boolean }>()('pin_wait_saved', (q, p) =>
  q
    .updateTable('pin_waits')
    .set({
      proven: p.proven,
      wrong: p.wrong,
      wait_until: instant(p.waitUntil),
      guesses_paid_until: instant(p.guessesPaidUntil),
    })
    .where('brand_id', '=', p.brandId)
    .where('store_id', '=', p.storeId)
    .where('device_key', '=', p.deviceKey),
);
