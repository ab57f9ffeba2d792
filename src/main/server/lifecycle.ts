/** How a server lives: the installation is opened, then the HTTP server, and all is closed again in order when it is told to stop. */
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '#main/core/cannot-start.ts';
import { readConfig } from '#main/core/config.ts';
import { type Installation, openInstallation } from '#main/core/installation/installation.ts';

/** What stands once the installation has been wired: people come in. */
export interface RunningServer {
  /** Printed when it is ready: where to go, how to sign in. */
  readonly greeting: string;
  /** Readiness says from now on that this server is stopping; it serves on. */
  beginDrain?(): void;
  /** No new connections; requests under way are answered, live streams ended. */
  close(): Promise<void>;
}

export type Wire = (installation: Installation) => Promise<RunningServer>;

/** Of the ten seconds in which all must have stopped, counted from the drain's end: requests have these, Postgres the rest. */
const SERVER_CLOSE_MS = 6_000;
const CLOSING_MS = 9_500;

/**
 * Lives until SIGINT, SIGTERM or SIGHUP, come once or several times, and ends the process: with 0, or with 1 and
 * sentences on standard error where it could not begin or lost its database.
 */
export async function live(wire: Wire): Promise<void> {
  const stopping = whenToldToStop();
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

/** Signals are heard from the first moment and for good: a second one ends the drain at once, and nothing else. */
function whenToldToStop() {
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

/** What a person can act on is one sentence; anything else shows where it came from. */
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
