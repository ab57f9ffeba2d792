/**
 * Keeps the open live streams of this server: ends a stream when its person loses access, and limits the number of
 * streams per session and per person.
 *
 * Every server checks its own streams, so that a sign-out on another server ends them too, even if no notification
 * arrives from the database.
 */
import type { PersonActor } from '#flows/people/identify-caller.ts';

/**
 * A stream ends within 5 s after its person lost access: at the third check (4.5 s) even if the database answers no
 * check.
 */
const CHECK_MS = 1_500;
const MOST_UNANSWERED = 3;
/**
 * The first limit covers the tabs and reconnects of one device, the second all devices of one person. A browser opens
 * at most six connections per host (HTTP/1.1).
 */
export const MOST_PER_SESSION = 6;
export const MOST_PER_PERSON = 12;

export interface LiveStream {
  readonly actor: PersonActor;
  /**
   * Closes the connection. `displaced`: a newer stream replaced this one, so the screen must not reconnect and replace
   * that one.
   */
  end(why: 'displaced' | 'no_access'): void;
}

export interface LiveStreamsDeps {
  readonly keepWithAccess: (actors: readonly PersonActor[]) => Promise<ReadonlySet<PersonActor>>;
  readonly onError: (error: unknown) => void;
  readonly onEnded: (why: 'displaced' | 'no_access') => void;
}

export class LiveStreams {
  readonly #deps: LiveStreamsDeps;
  /**
   * Streams in the order in which they opened, each with the number of checks since the last one that confirmed its
   * access.
   */
  readonly #open = new Map<LiveStream, number>();
  readonly #timer: NodeJS.Timeout;
  #checking = false;

  constructor(deps: LiveStreamsDeps) {
    this.#deps = deps;
    this.#timer = setInterval(() => this.#check(), CHECK_MS);
    this.#timer.unref();
  }

  get size(): number {
    return this.#open.size;
  }

  /**
   * Adds a stream. Beyond a limit the oldest stream ends: after a reconnect that is the lost connection. Returns a
   * function that removes the stream.
   */
  join(stream: LiveStream): () => void {
    this.#open.set(stream, 0);
    const { personId, sessionKey } = stream.actor;
    this.#cap(MOST_PER_SESSION, ({ actor }) => actor.sessionKey === sessionKey);
    this.#cap(MOST_PER_PERSON, ({ actor }) => actor.personId === personId);
    return () => void this.#open.delete(stream);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#open.clear();
  }

  #cap(most: number, counts: (stream: LiveStream) => boolean): void {
    const counted = [...this.#open.keys()].filter(counts);
    for (const oldest of counted.slice(0, Math.max(0, counted.length - most))) this.#end(oldest, 'displaced');
  }

  #end(stream: LiveStream, why: 'displaced' | 'no_access'): void {
    if (!this.#open.delete(stream)) return;
    this.#deps.onEnded(why);
    stream.end(why);
  }

  #check(): void {
    for (const [stream, unanswered] of this.#open) {
      if (unanswered + 1 >= MOST_UNANSWERED) this.#end(stream, 'no_access');
      else this.#open.set(stream, unanswered + 1);
    }
    if (this.#checking || this.#open.size === 0) return;
    this.#checking = true;
    this.#endWithoutAccess([...this.#open.keys()])
      .catch(this.#deps.onError)
      .finally(() => {
        this.#checking = false;
      });
  }

  async #endWithoutAccess(streams: readonly LiveStream[]): Promise<void> {
    const kept = await this.#deps.keepWithAccess(streams.map(({ actor }) => actor));
    for (const stream of streams) {
      if (!this.#open.has(stream)) continue;
      if (kept.has(stream.actor)) this.#open.set(stream, 0);
      else this.#end(stream, 'no_access');
    }
  }
}
