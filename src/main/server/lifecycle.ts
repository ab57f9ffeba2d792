/** Runs a server from start to end: opens the installation, then the HTTP server, and closes both in order after a signal. */
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '#main/core/cannot-start.ts';
import { readConfig } from '#main/core/config.ts';
import { type Installation, openInstallation } from '#main/core/installation/installation.ts';

/** A server that answers requests. */
export interface RunningServer {
  /** The text printed when the server is ready: its address, and in the demo how to sign in. */
  readonly greeting: string;
  /** Makes `/readyz` say that this server is stopping; the server still answers requests. */
  beginDrain?(): void;
  /** Takes no new connections, answers requests under way, and ends live streams. */
  close(): Promise<void>;
}

export type Wire = (installation: Installation) => Promise<RunningServer>;

/** A server must stop within ten seconds of the end of its drain: requests get 6 s, Postgres gets the rest. */
const SERVER_CLOSE_MS = 6_000;
const CLOSING_MS = 9_500;

/**
 * Runs a server until SIGINT, SIGTERM or SIGHUP, then ends the process with 0. Ends the process with 1 and prints sentences on
 * standard error if the server could not start or lost its database.
 */
export async function runServer(wire: Wire): Promise<void> {
  const stopping = listenForStop();
  const reading = readConfig(process.env);
  if ('faults' in reading) return end(1, reading.faults.map((fault) => `${fault}.`).join('\n'));

  try {
    const installation = await openInstallation(reading.config, { asServer: true, onLost: stopping.because });
    try {
      const runningServer = await wire(installation);
      if (!stopping.isTold()) process.stdout.write(`${runningServer.greeting}\n`);
      await stopping.told;
      runningServer.beginDrain?.();
      await Promise.race([pause(reading.config.drainMs), stopping.toldAgain]);
      setTimeout(() => process.exit(1), CLOSING_MS).unref();
      await Promise.race([runningServer.close(), pause(SERVER_CLOSE_MS)]);
    } finally {
      await installation.close();
    }
  } catch (error) {
    return end(1, sentenceOf(error));
  }
  end(stopping.fault() === null ? 0 : 1, stopping.fault() ?? '');
}

/** Handles signals from the first moment until the process ends. A second signal ends the drain at once, and does nothing else. */
function listenForStop() {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  let isTold = false;
  let fault: string | null = null;
  const tell = () => {
    if (isTold) second.resolve();
    isTold = true;
    first.resolve();
  };
  const because = (error: Error) => {
    fault ??= sentenceOf(error);
    // A server that has lost its database serves nobody while it drains.
    tell();
    tell();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, tell);
  process.on('uncaughtException', because);
  return { told: first.promise, toldAgain: second.promise, isTold: () => isTold, fault: () => fault, because };
}

/** Returns one sentence for an error that the operator can act on, and the stack for any other error. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Give another in PORT.`;
  return error instanceof CannotStart || error.name === 'SchemaMismatch'
    ? error.message
    : (error.stack ?? error.message);
}

function end(code: number, sentence: string): void {
  if (sentence !== '') process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
