/** Starts the real server in production on an empty database, with a mail server, for journeys that begin on the first day. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import type { ReceivedMail } from '#kit/mail-server.ts';
import type { ProductionOrder, Report } from './production-server.ts';

export interface Production {
  readonly base: string;
  /** What the server printed at its start. */
  readonly printed: string;
  /** Resolves with the next mail that nobody has taken yet. */
  nextMail(): Promise<ReceivedMail>;
  /** Moves the server's app clock, which goes on from there. Open screens learn of the new time when they are loaded again. */
  at(instant: string): Promise<void>;
  /** Runs `npm run admin` and returns what it printed. */
  admin(...args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

type Kind = Report['kind'];

export async function startProduction(): Promise<Production> {
  const child = fork(join(import.meta.dirname, 'production-server.ts'), {
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const reports: Report[] = [];
  const waiting: { kind: Kind; settle: (report: Report) => void }[] = [];
  child.on('message', (report: Report) => {
    const index = waiting.findIndex(({ kind }) => kind === report.kind);
    if (index < 0) reports.push(report);
    else waiting.splice(index, 1)[0]?.settle(report);
  });
  const next = <K extends Kind>(kind: K): Promise<Extract<Report, { kind: K }>> => {
    const index = reports.findIndex((report) => report.kind === kind);
    const [report] = index < 0 ? [] : reports.splice(index, 1);
    const found = report as Extract<Report, { kind: K }> | undefined;
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      waiting.push({ kind, settle: (each) => resolve(each as Extract<Report, { kind: K }>) });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
  };
  const { base, printed } = await next('ready');
  return {
    base,
    printed,
    nextMail: async () => (await next('mail')).mail,
    async at(instant) {
      child.send(Date.parse(instant) satisfies ProductionOrder);
      await next('moved');
    },
    async admin(...args) {
      child.send(args satisfies ProductionOrder);
      return (await next('ran')).output;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
