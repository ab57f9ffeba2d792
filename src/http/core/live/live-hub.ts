/** Distributes live events to the open streams of this process. One read of a brand's log serves all its streams. */

export interface LoggedEvent {
  readonly number: number;
  readonly kind: string;
  readonly personId: string | null;
  readonly storeId: string | null;
  readonly body: unknown;
}

export interface LiveClient {
  readonly brandId: string;
  /** The number of the last event that the client received. */
  after: number;
  readonly send: (event: LoggedEvent) => void;
  /** Ends the stream cleanly. The screen then connects again, to another server if this one is stopping. */
  readonly end: () => void;
}

/** The log is also read every 3 s, because a notification from the database can get lost. */
const POLL_MS = 3_000;

export class LiveHub {
  readonly #read: (brandId: string, after: number) => Promise<LoggedEvent[]>;
  readonly #onError: (error: unknown) => void;
  readonly #brands = new Map<string, Set<LiveClient>>();
  readonly #reading = new Map<string, 'once' | 'again'>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #isClosed = false;

  constructor(read: (brandId: string, after: number) => Promise<LoggedEvent[]>, onError: (error: unknown) => void) {
    this.#read = read;
    this.#onError = onError;
    this.#timer = setInterval(() => this.wakeAll(), POLL_MS);
    this.#timer.unref();
  }

  /** Adds a client. Returns a function that removes the client, and does nothing when it is called again. */
  join(client: LiveClient): () => void {
    if (this.#isClosed) client.end();
    const clients = this.#brands.get(client.brandId) ?? new Set();
    this.#brands.set(client.brandId, clients.add(client));
    return () => {
      clients.delete(client);
      // After a second call the brand may have a new list, with clients that joined since.
      if (clients.size === 0 && this.#brands.get(client.brandId) === clients) this.#brands.delete(client.brandId);
    };
  }

  /**
   * Reads the brand's new events and sends them to its clients. Call this when the brand may have new events. One read
   * returns at most 500 events; the rest waits for the next wake or poll.
   */
  wake(brandId: string): void {
    if (this.#isClosed || !this.#brands.has(brandId)) return;
    if (this.#reading.has(brandId)) {
      this.#reading.set(brandId, 'again');
      return;
    }
    this.#reading.set(brandId, 'once');
    const sending = this.#sendNewEvents(brandId)
      .catch(this.#onError)
      .finally(() => {
        this.#underWay.delete(sending);
        const again = this.#reading.get(brandId) === 'again';
        this.#reading.delete(brandId);
        if (again) this.wake(brandId);
      });
    this.#underWay.add(sending);
  }

  wakeAll(): void {
    for (const brandId of this.#brands.keys()) this.wake(brandId);
  }

  /** Sends all clients an event that is not in any log. The demo uses this when its clock is moved. */
  sendToAll(kind: string): void {
    for (const clients of this.#brands.values()) {
      for (const client of clients) {
        client.send({ number: client.after, kind, personId: null, storeId: null, body: {} });
      }
    }
  }

  /** Ends all streams, also those that join later. Resolves when no read is running any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const clients of this.#brands.values()) for (const client of clients) client.end();
    this.#brands.clear();
    await Promise.all(this.#underWay);
  }

  async #sendNewEvents(brandId: string): Promise<void> {
    const clients = this.#brands.get(brandId);
    if (!clients) return;
    const after = Math.min(...[...clients].map((client) => client.after));
    for (const event of await this.#read(brandId, after)) {
      for (const client of clients) {
        if (event.number <= client.after) continue;
        client.after = event.number;
        client.send(event);
      }
    }
  }
}
