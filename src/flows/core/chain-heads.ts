/**
 * Remembers the head of each brand's chain in this process, so that most receipts are linked without reading the head
 * from the database (decision 0034).
 */

export interface Head {
  readonly receiptNumber: number;
  readonly link: Buffer;
}

/**
 * Links receipts to `head`, sends the statements in the same go of the event loop, and returns the new head. Where
 * `isLocked` is false the ledger is not locked, and the database checks that the chain still ends at `head`.
 */
export type Seal = (head: Head, isLocked: boolean) => Head;

interface Chain {
  /** The head after the newest receipt that this process sent, durable or not. Null where the head is unknown. */
  head: Head | null;
  /** The read of the head under the lock. Other transactions of this process wait for it; null where no read is running. */
  reading: Promise<unknown> | null;
  /** For so many further transactions the ledger is locked before receipts are linked, because another server also writes to this chain. */
  lockedFirst: number;
}

/** So many transactions lock the ledger first after a collision. One collision in 32 transactions costs little. */
const LOCKED_AFTER_COLLISION = 32;

export class ChainHeads {
  readonly #chains = new Map<string, Chain>();

  /** Links receipts to the remembered head; where no head is remembered, to the one that `lock` locks and reads. */
  async seal(brandId: string, lock: () => Promise<Head>, seal: Seal): Promise<void> {
    const chain = this.#chainOf(brandId);
    while (chain.reading !== null && chain.lockedFirst === 0) await chain.reading;
    if (chain.lockedFirst > 0) {
      chain.lockedFirst -= 1;
      chain.head = null;
      seal(await lock(), true);
    } else if (chain.head !== null) {
      chain.head = seal(chain.head, false);
    } else {
      const reading = lock().then((head) => {
        chain.head = seal(head, true);
      });
      // A failed read fails only its own transaction; each transaction that waited reads the head itself.
      chain.reading = reading
        .catch(() => undefined)
        .then(() => {
          chain.reading = null;
        });
      await reading;
    }
  }

  /**
   * Forgets the head after a transaction that did not commit. Transactions that linked to its receipts fail, and the
   * next one reads the head again.
   */
  forget(brandId: string, wasLocked: boolean): void {
    const chain = this.#chainOf(brandId);
    chain.head = null;
    if (!wasLocked) chain.lockedFirst = LOCKED_AFTER_COLLISION;
  }

  #chainOf(brandId: string): Chain {
    const chain = this.#chains.get(brandId) ?? { head: null, reading: null, lockedFirst: 0 };
    this.#chains.set(brandId, chain);
    return chain;
  }
}
