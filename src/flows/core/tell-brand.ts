/** What just happened, told to a brand's open screens in the order it happened. */
import type { Tx } from '#db/core/db.ts';
import { eventsLogged, type LiveEvent, ledgerHeld, ledgerMoved, listenersWoken } from '#db/record/ledgers.ts';
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
  const { receiptNumber, link, eventNumber } = ledger;
  const numbered = events.map((event, i) => ({ ...event, number: eventNumber + 1 + i }));
  tx.send(eventsLogged, { brandId, events: numbered, at });
  tx.send(ledgerMoved, { brandId, receiptNumber, link, eventNumber: eventNumber + events.length });
  tx.send(listenersWoken, { brandId });
}
