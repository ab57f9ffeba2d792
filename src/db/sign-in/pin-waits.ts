/**
 * Stores each device's wait after wrong PINs typed without a name, and the budgets of wrong PINs that all devices of a
 * store share.
 */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { PinWait } from '#rules/sign-in/pin-wait.ts';
import type { PaidUntil } from '#rules/sign-in/throttle.ts';

export interface Device {
  readonly brandId: string;
  readonly storeId: string;
  readonly deviceKey: string;
}

/**
 * A budget of a store. The key `''` is the budget of all people, `own:PERSON` that of a manager who unlocks their own
 * PIN.
 */
export interface Budget {
  readonly brandId: string;
  readonly storeId: string;
  readonly budgetKey: string;
}

export const STORE_BUDGET_KEY = '';

export function storeBudgetOf({ brandId, storeId }: Device): Budget {
  return { brandId, storeId, budgetKey: STORE_BUDGET_KEY };
}

export function ownUnlockBudgetOf({ brandId, storeId }: Device, personId: string): Budget {
  return { brandId, storeId, budgetKey: `own:${personId}` };
}

/**
 * Locks the device's row until the end of the transaction and reads it. The order of locks is: a device, then a budget,
 * then a PIN.
 */
export async function lockPinWait(tx: Tx, device: Device): Promise<PinWait> {
  const { wrong, waitUntil } = await lockRow(tx, device);
  return { wrong, waitUntil };
}

/** Locks a budget's row until the end of the transaction; returns when its last wrong PIN is paid off. */
export async function lockPinBudget(tx: Tx, budget: Budget): Promise<PaidUntil> {
  return (await lockRow(tx, deviceOf(budget))).paidUntil;
}

/** Saves a budget whose row the caller has locked. */
export function savePinBudget(tx: Tx, budget: Budget, paidUntil: PaidUntil): void {
  tx.send(savePinBudgetRow, { ...deviceOf(budget), paidUntil });
}

/** Saves a device's wait; the caller has locked its row. */
export const savePinWait = preparedWrite<Device & PinWait>()('save_pin_wait', (q, p) =>
  q
    .updateTable('pinWaits')
    .set({ wrong: p.wrong, waitUntil: instant(p.waitUntil) })
    .where('brandId', '=', p.brandId)
    .where('storeId', '=', p.storeId)
    .where('deviceKey', '=', p.deviceKey),
);

/** Reads the store's budget; no row: no PIN was ever typed without a name. */
export const findStoreBudget = preparedRead<{ brandId: string; storeId: string }>()('find_store_budget', (q, p) =>
  q
    .selectFrom('pinWaits')
    .where('brandId', '=', p.brandId)
    .where('storeId', '=', p.storeId)
    .where('deviceKey', '=', STORE_BUDGET_KEY)
    .select('guessesPaidUntil as paidUntil'),
);

function deviceOf({ brandId, storeId, budgetKey }: Budget): Device {
  return { brandId, storeId, deviceKey: budgetKey };
}

async function lockRow(tx: Tx, device: Device) {
  const [row] = await tx.run(lockPinWaitRow, device);
  if (!row) throw new Error('The upsert of pin_waits returned no row: check the statement lock_pin_wait');
  return row;
}

const lockPinWaitRow = preparedWrite<Device>()('lock_pin_wait', (q, p) =>
  q
    .insertInto('pinWaits')
    .values({ brandId: p.brandId, storeId: p.storeId, deviceKey: p.deviceKey })
    .onConflict((conflict) =>
      conflict.columns(['brandId', 'storeId', 'deviceKey']).doUpdateSet({ wrong: sql`pin_waits.wrong` }),
    )
    .returning(['wrong', 'waitUntil', 'guessesPaidUntil as paidUntil']),
);

const savePinBudgetRow = preparedWrite<Device & { paidUntil: PaidUntil }>()('save_pin_budget', (q, p) =>
  q
    .updateTable('pinWaits')
    .set({ guessesPaidUntil: instant(p.paidUntil) })
    .where('brandId', '=', p.brandId)
    .where('storeId', '=', p.storeId)
    .where('deviceKey', '=', p.deviceKey),
);
