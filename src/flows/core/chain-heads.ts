/** Where this process left the chain of each brand's receipts, so that further receipts are sealed without asking (decision 0034). */

export interface Head {
  readonly receiptNumber: number;
  readonly link: Buffer;
}

/**
 * Seals onto `head` and sends what must be written, in one go of the event loop; answers the new head. `isLocked`: the
 * transaction has the ledger locked. Else the database checks that the chain ends at `head`.
 */
export type Seal = (head: Head, isLocked: boolean) => Head;

interface Chain {
  /** Of the newest receipt that this process has sent, durable or not; null: unknown. */
  head: Head | null;
  /** While one transaction reads the head under the lock, the others of this process wait for it. */
  reading: Promise<unknown> | null;
  /** So many transactions lock the ledger before they seal: another server writes to this chain, too. */
  cautious: number;
}

/** After a head turned out to be another: one failure among so many transactions costs little. */
const CAUTIOUS_FOR = 32;

export class ChainHeads {
  readonly #chains = new Map<string, Chain>();

  /** Seals onto the head as this process knows it, else onto the one that `lock` reads and locks. */
  async seal(brandId: string, lock: () => Promise<Head>, seal: Seal): Promise<void> {
    const chain = this.#chainOf(brandId);
    while (chain.reading !== null && chain.cautious === 0) await chain.reading;
    if (chain.cautious > 0) {
      chain.cautious -= 1;
      chain.head = null;
      seal(await lock(), true);
    } else if (chain.head !== null) {
      chain.head = seal(chain.head, false);
    } else {
      const reading = lock().then((head) => {
        chain.head = seal(head, true);
      });
      // A failure is the reader's own: whoever waited reads the head anew.
      chain.reading = reading
        .catch(() => undefined)
        .then(() => {
          chain.reading = null;
        });
      await reading;
    }
  }

  /** The transaction was not committed: what was sealed onto its receipts fails, and the head is read anew. */
  forget(brandId: string, wasLocked: boolean): void {
    const chain = this.#chainOf(brandId);
    chain.head = null;
    if (!wasLocked) chain.cautious = CAUTIOUS_FOR;
  }

  #chainOf(brandId: string): Chain {
    const chain = this.#chains.get(brandId) ?? { head: null, reading: null, cautious: 0 };
    this.#chains.set(brandId, chain);
    return chain;
  }
}
