/** Writes the steps of an import of purchases and undoes them. No other code writes purchases, and no decision reads them. */

import { type PurchaseRecord, upsertPurchases } from '#db/customers/purchases.ts';
import { deleteImportedPurchases, type RowChange } from '#db/import/imports.ts';
import type { StepWriter } from './step-writer.ts';

export const purchaseSteps: StepWriter = {
  async refuse() {},
  async write(tx, { brandId }, rows) {
    tx.send(upsertPurchases, { brandId, purchases: rows.map(({ after }) => after as PurchaseRecord) });
  },
  async undo(tx, { brandId, importId }, rows, step) {
    tx.send(deleteImportedPurchases, { id: importId, step });
    const purchases = rows.flatMap(({ before }: RowChange) => (before === null ? [] : [before as PurchaseRecord]));
    tx.send(upsertPurchases, { brandId, purchases });
  },
  async finish() {},
};
