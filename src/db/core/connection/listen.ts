/**
 * Receives the database's notifications. A notification is a hint that there is something new to read; it does not
 * contain the news.
 */
import pg from 'pg';

interface Settings {
  /** An address that leads to PostgreSQL without a transaction pooler. */
  readonly url: string;
  /** The handler of each channel; its argument is the payload. */
  readonly channels: Readonly<Record<string, (payload: string) => void>>;
  /**
   * Called after each connection, first or later. Notifications before it were missed, so the caller must read
   * everything new.
   */
  readonly onConnected: () => void;
  readonly onError: (error: Error) => void;
}

export interface Listening {
  close(): Promise<void>;
}

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** The interval of test queries: only a query shows that a firewall dropped the connection. */
const ASK_MS = 30_000;

/** Listens on a connection of its own until `close` is called, and reconnects after a loss. */
export function listen({ url, channels, onConnected, onError }: Settings): Listening {
  let pauseMs = SHORTEST_PAUSE_MS;
  let isClosed = false;
  let client: pg.Client | undefined;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let testTimer: ReturnType<typeof setInterval> | undefined;

  const connect = async (): Promise<void> => {
    const current = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'oto listen' });
    client = current;
    current.on('error', onError);
    current.once('end', reconnectLater);
    current.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
    try {
      await current.connect();
      for (const channel of Object.keys(channels)) await current.query(`listen ${current.escapeIdentifier(channel)}`);
    } catch (error) {
      onError(error as Error);
      reconnectLater();
      return;
    }
    pauseMs = SHORTEST_PAUSE_MS;
    testTimer = setInterval(() => current.query('select').catch(() => undefined), ASK_MS).unref();
    onConnected();
  };

  const reconnectLater = (): void => {
    const ended = client;
    client = undefined;
    clearInterval(testTimer);
    if (isClosed || ended === undefined) return;
    ended.end().catch(() => undefined);
    reconnectTimer = setTimeout(connect, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };

  connect();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(reconnectTimer);
      clearInterval(testTimer);
      await client?.end();
    },
  };
}
