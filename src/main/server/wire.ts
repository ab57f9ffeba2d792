/** Wires a server: opens the services, starts the background work, and listens for requests. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, createApp } from '#http/core/app.ts';
import type { Dispatcher } from '#jobs/holds/dispatcher.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { demoSignIns } from '#main/demo/sign-ins.ts';
import { firstSupportLines } from '#main/sign-in/links/first-support.ts';
import {
  followDemoClock,
  startListening,
  startMails,
  startReleases,
  startServerChores,
  startSuggestions,
} from './background.ts';
import type { RunningServer } from './lifecycle.ts';
import { createRoutes } from './routes.ts';
import { isDemo, isSecure, openServices, type Services } from './services.ts';

const WEB_ROOT = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

/** Starts the server on an open installation; resolves when its port is open. */
export async function wire(installation: Installation): Promise<RunningServer> {
  const listening = { port: installation.config.port };
  const services = await openServices(installation, () => `http://localhost:${listening.port}`);
  const { auth, links, policies, imports, hub, streams, engine, rehearsals, policyWorkers, stopWatch } = services;
  const { dispatcher, notices, dueMoves } = startReleases(services);
  const suggestionRounds = startSuggestions(services);

  let isStopping = false;
  const obstacles = async () =>
    isStopping
      ? ['this server is stopping']
      : [...(await installation.obstacles()), ...dispatcherObstacles(dispatcher, policies.hostNow())];
  const server = await openApp(installation, services, listening, obstacles);
  const { app } = server;

  const mailSender = startMails(services);
  const listener = startListening(installation, services, { dispatcher, mailSender, suggestionRounds });
  const stopFollowing = followDemoClock(services);
  const stopChores = startServerChores(installation, services);

  // The first visitor of the demo finds the suggestions of the day that its clock shows.
  if (isDemo(installation)) await suggestionRounds.wake();
  const address = await server.listen();
  return {
    greeting: isDemo(installation)
      ? `${address}\n\n${demoSignIns(address, policies.now())}`
      : [address, ...(await firstSupportLines(links, services.onError))].join('\n'),
    beginDrain() {
      isStopping = true;
      app.askClientsToClose();
    },
    async close() {
      app.askClientsToClose();
      stopFollowing();
      const hubClosed = hub.close();
      streams.close();
      await app.close();
      // The only requests still under way are those whose clients have disconnected: their heavy work can be ended.
      await Promise.all([
        ...[listener?.close(), dispatcher.close(), dueMoves.close(), suggestionRounds.close()],
        ...[notices?.close(), stopChores()],
        ...[stopWatch(), engine.close(), rehearsals.close(), policyWorkers.close(), imports.engine.close()],
      ]);
      const settled = Promise.all([hubClosed, app.waitForHandlers(), imports.runs.settled()]);
      await Promise.race([settled, pause(GONE_CLIENTS_MS, undefined, { ref: false })]);
      const mailsSent = Promise.all([links.afterAnswer.settled(), mailSender.close()]);
      await Promise.race([mailsSent, pause(GONE_CLIENTS_MS, undefined, { ref: false })]);
      await auth.close();
    },
  };
}

/** How long handlers whose clients have disconnected may still run; their later queries fail, which is no fault. */
const GONE_CLIENTS_MS = 3_000;

/** Creates the app with all its routes; `listen` opens its port, stores it in `listening`, and returns its address. */
async function openApp(
  installation: Installation,
  services: Services,
  listening: { port: number },
  obstacles: () => Promise<string[]>,
) {
  const { config, log, database: db } = installation;
  const { auth, signIn, metrics, hostClock } = services;
  const { metricsToken } = config;
  const notes = () => (hostClock.isSafe() ? [] : [hostClock.why() as string]);
  const supportOrigin = config.supportUrl === null ? [] : [new URL(config.supportUrl).origin];
  const app = await createApp({
    logger: log,
    trustProxy: config.trustProxy,
    secure: isSecure(installation),
    publicOrigins: () => [...originsOf(config.publicUrl, listening.port), ...supportOrigin],
    supportUrl: config.supportUrl,
    docs: config.docs,
    identify: signIn,
    metrics,
    routes: createRoutes(services, { obstacles, notes, metrics, metricsToken }),
    webRoot: WEB_ROOT,
    callersWaitTooLong: () => db.isQueueTooLong() || auth.db.isQueueTooLong(),
  });
  const listen = async () => {
    const address = addressOf(app, await app.listen({ host: config.host, port: config.port }));
    // With PORT=0 the system has chosen a free port.
    listening.port = portOf(app);
    return address;
  };
  return { app, listen };
}

/** A dispatcher that has not finished a step for so long releases held contacts late. */
const SILENT_MS = 60_000;

function dispatcherObstacles(dispatcher: Dispatcher, now: number): string[] {
  return now - dispatcher.lastStepAt() < SILENT_MS
    ? []
    : ['the dispatcher of held contacts has not finished a step for a minute'];
}

/** Returns the origins of the app's own pages. On loopback a browser may use either name of the host. */
function originsOf(publicUrl: string | null, port: number): string[] {
  return publicUrl ? [new URL(publicUrl).origin] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

function addressOf(app: App, address: string): string {
  return address.includes('127.0.0.1') ? `http://localhost:${portOf(app)}` : address;
}

function portOf(app: App): number {
  return (app.server.address() as { port: number }).port;
}
