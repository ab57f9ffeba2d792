/** What just happened, told to a brand's open screens in the order it happened. */
import type { Tx } from '#db/db.ts';
import { eventLogged, type LiveEvent, ledgerHeld, ledgerMoved, listenersWoken } from '#db/ledgers.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The last step of a transaction: the ledger is held from here to the commit. `at`: the host's clock. */
export async function tellBrand(
  tx: Tx,
  brandId: string,
  at: Instant,
  ...events: readonly [LiveEvent, ...LiveEvent[]]
): Promise<void> {
  const [ledger] = await tx.run(ledgerHeld, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');
  let number = ledger.eventNumber;
  for (const event of events) tx.send(eventLogged, { ...event, brandId, number: ++number, at });
  tx.send(ledgerMoved, { brandId, receiptNumber: ledger.receiptNumber, link: ledger.link, eventNumber: number });
  tx.send(listenersWoken, { brandId });
}
