/** Notices within five seconds that the database is frozen: connections stay open, but no answer arrives. */
import pg from 'pg';

export interface Heartbeat {
  /** Whether the last question got no answer in time. */
  isSilent(): boolean;
  /** Calls `act` each time the database becomes silent; returns a function that stops the calls. */
  onSilent(act: () => void): () => void;
  stop(): Promise<void>;
}

interface Settings {
  readonly url: string;
  /** Called at each change. */
  readonly onChange: (isSilent: boolean) => void;
  readonly everyMs?: number;
  readonly patienceMs?: number;
}

const EVERY_MS = 1_000;
const PATIENCE_MS = 3_000;

/**
 * Asks once a second, on a connection of its own. A database that refuses or cuts connections is not silent: the
 * callers' own connections report that at once.
 */
export function startHeartbeat({ url, onChange, everyMs = EVERY_MS, patienceMs = PATIENCE_MS }: Settings): Heartbeat {
  const listeners = new Set<() => void>();
  let isSilent = false;
  let isStopped = false;
  let client: pg.Client | null = null;
  let next: ReturnType<typeof setTimeout> | undefined;

  const setSilent = (silent: boolean) => {
    if (silent === isSilent || isStopped) return;
    isSilent = silent;
    onChange(silent);
    if (silent) for (const act of listeners) act();
  };

  const beat = async (): Promise<void> => {
    const asked = client ?? new pg.Client({ connectionString: url, application_name: 'oto heartbeat' });
    const outcome = await withinPatience(ask(asked, client === null), patienceMs);
    if (outcome === 'answered') client = asked;
    else {
      client = null;
      destroyConnection(asked);
    }
    // A refusal is an answer, so it ends a silence.
    setSilent(outcome === 'silent');
    if (!isStopped) next = setTimeout(beat, everyMs).unref();
  };

  next = setTimeout(beat, everyMs).unref();
  return {
    isSilent: () => isSilent,
    onSilent(act) {
      listeners.add(act);
      return () => listeners.delete(act);
    },
    async stop() {
      isStopped = true;
      clearTimeout(next);
      if (client) destroyConnection(client);
    },
  };
}

async function ask(client: pg.Client, isNew: boolean): Promise<'answered' | 'refused'> {
  try {
    if (isNew) {
      client.on('error', () => undefined);
      await client.connect();
    }
    await client.query('select');
    return 'answered';
  } catch {
    return 'refused';
  }
}

/** Returns the answer, or `silent` if there is none in time. */
async function withinPatience<T>(answer: Promise<T>, patienceMs: number): Promise<T | 'silent'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => {
      // This process may itself have been busy or asleep. Two rounds of the event loop read an answer that has arrived
      // meanwhile.
      setImmediate(() => setImmediate(() => resolve('silent')));
    }, patienceMs).unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Closes the connection without a message to the database, which may not answer. */
function destroyConnection(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
