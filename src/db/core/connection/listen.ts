/** Hears what the database notifies: a hint that something is new, never the news itself. */
import pg from 'pg';

interface Settings {
  /** An address without a transaction pooler between. */
  readonly url: string;
  /** What to do with each channel's payload. */
  readonly channels: Readonly<Record<string, (payload: string) => void>>;
  /** Connected, at first or again: whatever was notified before has been missed, so read it. */
  readonly onConnected: () => void;
  readonly onError: (error: Error) => void;
}

export interface Listening {
  close(): Promise<void>;
}

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A connection that a firewall dropped says nothing; asking it finds out. */
const ASK_MS = 30_000;

/** Listens on a connection of its own, for as long as it is not closed; a lost connection is made anew. */
export function listen({ url, channels, onConnected, onError }: Settings): Listening {
  let pauseMs = SHORTEST_PAUSE_MS;
  let isClosed = false;
  let client: pg.Client | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setInterval> | undefined;

  const connect = async (): Promise<void> => {
    const current = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'oto listen' });
    client = current;
    current.on('error', onError);
    current.once('end', lost);
    current.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
    try {
      await current.connect();
      for (const channel of Object.keys(channels)) await current.query(`listen ${current.escapeIdentifier(channel)}`);
    } catch (error) {
      onError(error as Error);
      lost();
      return;
    }
    pauseMs = SHORTEST_PAUSE_MS;
    asking = setInterval(() => current.query('select').catch(() => undefined), ASK_MS).unref();
    onConnected();
  };

  const lost = (): void => {
    const ended = client;
    client = undefined;
    clearInterval(asking);
    if (isClosed || ended === undefined) return;
    ended.end().catch(() => undefined);
    again = setTimeout(connect, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };

  connect();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(again);
      clearInterval(asking);
      await client?.end();
    },
  };
}
