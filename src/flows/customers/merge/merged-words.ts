/** Writes the search words of a customer: those of the own name and number, and those of the rows that are merged into it. */
import type { Tx } from '#db/core/db.ts';
import { deleteCustomerWords, insertCustomerWords, searchWords } from '#db/customers/customer-words.ts';
import { listMergedRows } from '#db/customers/merge/merges.ts';

/** A search for the name or the number of a merged row finds the surviving customer. */
export async function writeMergedWords(
  tx: Tx,
  brandId: string,
  { id, name, phone }: { readonly id: string; readonly name: string; readonly phone: string | null },
): Promise<void> {
  const merged = await tx.run(listMergedRows, { brandId, customerId: id });
  const words = new Set([{ name, phone }, ...merged].flatMap((row) => searchWords(row.name, row.phone)));
  tx.send(deleteCustomerWords, { brandId, customerIds: [id] });
  tx.send(insertCustomerWords, { brandId, customers: [{ id, words: [...words] }] });
}
