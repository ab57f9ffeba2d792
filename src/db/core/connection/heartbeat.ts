/** Notices within five seconds that the database is frozen: connections stand, and nothing answers on them. */
import pg from 'pg';

export interface Heartbeat {
  /** Whether the last question was not answered in time. */
  isSilent(): boolean;
  /** Calls `act` at each moment at which the database falls silent; answers how to stop that. */
  onSilent(act: () => void): () => void;
  stop(): Promise<void>;
}

interface Settings {
  readonly url: string;
  /** Hears of each change. */
  readonly onChange: (isSilent: boolean) => void;
  readonly everyMs?: number;
  readonly patienceMs?: number;
}

const EVERY_MS = 1_000;
const PATIENCE_MS = 3_000;

/**
 * Asks on a connection of its own, once a second. A database that refuses or cuts connections is not silent: callers
 * are told so at once by their own connections.
 */
export function startHeartbeat({ url, onChange, everyMs = EVERY_MS, patienceMs = PATIENCE_MS }: Settings): Heartbeat {
  const listeners = new Set<() => void>();
  let isSilent = false;
  let isStopped = false;
  let client: pg.Client | null = null;
  let next: ReturnType<typeof setTimeout> | undefined;

  const become = (silent: boolean) => {
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
      cut(asked);
    }
    // A refusal says nothing of frozen connections: what was silent is not any more.
    become(outcome === 'silent');
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
      if (client) cut(client);
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

/** `silent` where there is no answer in time. */
async function withinPatience<T>(answer: Promise<T>, patienceMs: number): Promise<T | 'silent'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => {
      // This process may have been busy or asleep itself: what arrived meanwhile is read before it is judged.
      setImmediate(() => setImmediate(() => resolve('silent')));
    }, patienceMs).unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Closes without asking the database, which may not answer. */
function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
