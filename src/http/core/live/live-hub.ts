/** Who listens to which brand in this process; one read of the log serves them all. */

export interface LoggedEvent {
  readonly number: number;
  readonly kind: string;
  readonly personId: string | null;
  readonly storeId: string | null;
  readonly body: unknown;
}

export interface LiveClient {
  readonly brandId: string;
  /** The number of the last event heard. */
  after: number;
  readonly hear: (event: LoggedEvent) => void;
  /** Ends the stream in order: the screen comes back by itself, to another server where this one stops. */
  readonly end: () => void;
}

/** Looks by itself this often too, since a notification is only a hint. */
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

  /** Answers how to leave again. */
  join(client: LiveClient): () => void {
    if (this.#isClosed) client.end();
    const clients = this.#brands.get(client.brandId) ?? new Set();
    this.#brands.set(client.brandId, clients.add(client));
    return () => {
      clients.delete(client);
      if (clients.size === 0) this.#brands.delete(client.brandId);
    };
  }

  /** Something may be new for a brand. */
  wake(brandId: string): void {
    if (this.#isClosed || !this.#brands.has(brandId)) return;
    if (this.#reading.has(brandId)) {
      this.#reading.set(brandId, 'again');
      return;
    }
    this.#reading.set(brandId, 'once');
    const telling = this.#tell(brandId)
      .catch(this.#onError)
      .finally(() => {
        this.#underWay.delete(telling);
        const again = this.#reading.get(brandId) === 'again';
        this.#reading.delete(brandId);
        if (again) this.wake(brandId);
      });
    this.#underWay.add(telling);
  }

  wakeAll(): void {
    for (const brandId of this.#brands.keys()) this.wake(brandId);
  }

  /** An event that is in no log, for everybody: the demo's clock was moved. */
  tellAll(kind: string): void {
    for (const clients of this.#brands.values()) {
      for (const client of clients) {
        client.hear({ number: client.after, kind, personId: null, storeId: null, body: {} });
      }
    }
  }

  /** Ends every stream, and those that are still to come. Fulfilled once nothing is read any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const clients of this.#brands.values()) for (const client of clients) client.end();
    this.#brands.clear();
    await Promise.all(this.#underWay);
  }

  async #tell(brandId: string): Promise<void> {
    const clients = this.#brands.get(brandId);
    if (!clients) return;
    const after = Math.min(...[...clients].map((client) => client.after));
    for (const event of await this.#read(brandId, after)) {
      for (const client of clients) {
        if (event.number <= client.after) continue;
        client.after = event.number;
        client.hear(event);
      }
    }
  }
}
