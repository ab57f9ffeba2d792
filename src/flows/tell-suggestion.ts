/** Other screens of a seller hear that their list has changed. */
import type { Tx } from '#db/db.ts';
import { eventLogged, type LiveEvent, ledgerHeld, ledgerMoved, listenersWoken } from '#db/ledgers.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The last step of a transaction: the ledger is held from here to the commit. `at`: the host's clock. */
export async function tellSuggestion(
  tx: Tx,
  brandId: string,
  event: Omit<LiveEvent, 'kind'>,
  at: Instant,
): Promise<void> {
  const [ledger] = await tx.run(ledgerHeld, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');
  const number = ledger.eventNumber + 1;
  tx.send(eventLogged, { ...event, kind: 'suggestion', brandId, number, at });
  tx.send(ledgerMoved, { brandId, receiptNumber: ledger.receiptNumber, link: ledger.link, eventNumber: number });
  tx.send(listenersWoken, { brandId });
}
