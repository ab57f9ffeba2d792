/** Everything put together: the only place that knows all the others. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { listen } from '#db/listen.ts';
import { isPassing } from '#db/unreachable.ts';
import { countHolds } from '#flows/account-for-holds.ts';
import { hashSlots } from '#flows/hash-slots.ts';
import { heavyQueues } from '#flows/heavy-queue.ts';
import { keepWithAccess } from '#flows/live-access.ts';
import { Timelines } from '#flows/timelines.ts';
import { type App, createApp } from '#http/app.ts';
import { attemptRoutes } from '#http/attempts.ts';
import { brandRoutes } from '#http/brands.ts';
import { customerRoutes } from '#http/customers.ts';
import { demoRoutes } from '#http/demo.ts';
import { distributionRoutes } from '#http/distribution.ts';
import { explanationRoutes } from '#http/explanations.ts';
import { figureRoutes } from '#http/figure.ts';
import { healthRoutes } from '#http/health.ts';
import { helpRoutes } from '#http/help.ts';
import { holdRoutes } from '#http/holds.ts';
import { leadRoutes } from '#http/leads.ts';
import { eventReader, liveRoutes } from '#http/live.ts';
import { LiveHub } from '#http/live-hub.ts';
import { LiveStreams } from '#http/live-streams.ts';
import { createMetrics } from '#http/metrics.ts';
import { logOutage } from '#http/outage-log.ts';
import { peopleRoutes } from '#http/people.ts';
import { previewRoutes } from '#http/preview.ts';
import { pushRoutes } from '#http/push.ts';
import { quietHoursRoutes } from '#http/quiet-hours.ts';
import { sessionRoutes } from '#http/session.ts';
import { sessionCookies } from '#http/session-cookies.ts';
import { suggestionRoutes } from '#http/suggestions.ts';
import { supportHost } from '#http/support-host.ts';
import { ticketRoutes } from '#http/tickets.ts';
import { startChores } from '#jobs/chores.ts';
import { type Dispatcher, startDispatcher } from '#jobs/dispatcher.ts';
import { readyNotices } from '#jobs/ready-notices.ts';
import { pickLanguage } from '#words/language.ts';
import { readyNotice } from '#words/ready-notice.ts';
import { createAuth } from './auth.ts';
import { monotonicNow } from './clock.ts';
import { startClockWatch } from './clock-watch.ts';
import { demoSignInOf } from './demo/demo-people.ts';
import { fillDemo } from './demo/fill.ts';
import { demoSignIns } from './demo/sign-ins.ts';
import { demoClock } from './demo-clock.ts';
import { headsKeeper } from './head-file.ts';
import type { House } from './house.ts';
import { impactEngine } from './impact-engine.ts';
import { keysOf, signInKeys } from './keys.ts';
import type { Doors } from './lifecycle.ts';
import { pinDigestsBy } from './pin-digests.ts';
import { policyEngine } from './policy-engine.ts';
import { tzVersion } from './tz-version.ts';
import { keptVapid } from './vapid.ts';
import { webPush } from './web-push.ts';

const WEB_ROOT = join(import.meta.dirname, '..', '..', 'dist', 'web');
/** The demo's clock is looked at by itself this often, where nothing notifies. */
const FOLLOW_MS = 2_000;

export async function wire(house: House): Promise<Doors> {
  const { config, log, clock, database: db } = house;
  const demo = config.mode === 'demo';
  const keys = keysOf(house.secret);
  const { sessions: cookieKeys, pins: pinKeys } = signInKeys(house.secret, config.previousSecret);
  const now = () => clock.now();
  const hostNow = () => house.hostClock.now();
  const newId = uuidv7;
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const onError = (error: unknown) => {
    if (isPassing(error)) logOutage(log, error);
    else log.error({ err: error }, 'in the background');
  };

  const metrics = createMetrics();
  const auth = createAuth({
    url: house.authUrl,
    connections: config.connections.auth,
    cookieKeys,
    hostNow,
    heartbeat: house.heartbeat,
    naming: house.naming,
    onError,
  });
  const cookies = sessionCookies(secure);
  const signIn = {
    auth: auth.db,
    db,
    accounts: auth.accounts,
    hashing: hashSlots(),
    hostNow,
    meterKey: auth.meterKey,
    pinDigests: pinDigestsBy(pinKeys),
    cookies,
    newId,
    newToken: () => randomBytes(32).toString('base64url'),
    demo,
    supportHost: supportHost(config.supportUrl),
    pinRefused: metrics.pinRefused,
  };

  const { watch: hostClock, stop: stopWatch } = await startClockWatch({
    db,
    hostNow,
    monotonicNow,
    onChange: (why) => {
      metrics.clockIs(why === null);
      if (why === null) log.info('the host’s clock can be believed');
      else log.warn({ why }, 'the host’s clock cannot be believed');
    },
  });
  const timelines = new Timelines();
  const hub = new LiveHub(eventReader(db), onError);
  const streams = new LiveStreams({
    keepWithAccess: (actors) => keepWithAccess(signIn, actors),
    onError,
    onEnded: metrics.liveEnded,
  });
  metrics.countLiveBy(() => streams.size);
  let onClockMoved = () => hub.tellAll('quiet-hours');
  const shared = demo ? demoClock(db, clock, house.hostClock, () => onClockMoved()) : null;
  await shared?.follow();
  if (demo) {
    const { pinDigests } = signIn;
    await fillDemo({ db, accounts: auth.accounts, keys, hostNow, pinDigests, day: config.demoDay });
  }

  const isTicking = () => shared?.read().ticking ?? true;
  const policyWorkers = policyEngine();
  const policies = { db, timelines, policyEngine: policyWorkers, now, hostNow, newId, isTicking };
  const session = { ...signIn, ...policies };
  const attempts = {
    ...policies,
    newToken: () => randomBytes(16).toString('base64url'),
    tzVersion,
    clockIsSafe: () => hostClock.isSafe(),
    receiptKey: keys.receipts,
    decisionsPerMinute: config.decisionsPerMinute,
    metrics,
  };

  const vapid = config.vapid ?? (demo ? keptVapid(house.dir) : null);
  const push = vapid && webPush({ vapid, demo, onError: (error) => log.warn({ err: error }, 'a notification') });
  const counted = metrics.pushed;
  const notices = push && readyNotices({ ...policies, push: push.send, noticeOf: noticeFor, counted, onError });

  const dispatcher = startDispatcher({
    ...attempts,
    onReleased: (released) => {
      for (const each of released) metrics.released(each);
      notices?.tell(released.filter(({ became }) => became === 'ready'));
    },
    onError,
  });
  onClockMoved = () => {
    hub.tellAll('quiet-hours');
    void dispatcher.wake();
  };
  metrics.countHoldsBy(() => countHolds(db));
  let isStopping = false;
  const obstacles = async () =>
    isStopping
      ? ['this server is stopping']
      : [...(await house.obstacles()), ...dispatcherObstacles(dispatcher, hostNow())];

  const notes = () => (hostClock.isSafe() ? [] : [hostClock.why() as string]);

  const engine = impactEngine({ url: house.runtimeUrl, naming: house.naming });
  const heavy = heavyQueues();
  const routes = [
    healthRoutes({ obstacles, notes, metrics, metricsToken: config.metricsToken }),
    sessionRoutes(session),
    peopleRoutes(signIn),
    quietHoursRoutes(policies),
    suggestionRoutes(policies),
    customerRoutes(policies),
    attemptRoutes(attempts),
    holdRoutes(attempts),
    brandRoutes({ ...policies, heavy }),
    previewRoutes({ ...policies, engine, heavy }),
    figureRoutes({ db, engine, heavy, now }),
    ticketRoutes(policies),
    explanationRoutes(policies),
    leadRoutes(policies),
    helpRoutes(policies),
    distributionRoutes(policies),
    pushRoutes({ db, hostNow, push }),
    liveRoutes({ db, hub, streams }),
    ...(shared ? [demoRoutes({ clock: shared, session, signInOf: demoSignInOf })] : []),
  ] as FastifyPluginAsync[];

  let { port } = config;
  const supportOrigin = config.supportUrl === null ? [] : [new URL(config.supportUrl).origin];
  const app = await createApp({
    logger: log,
    trustProxy: config.trustProxy,
    secure,
    publicOrigins: () => [...originsOf(config.publicUrl, port), ...supportOrigin],
    supportUrl: config.supportUrl,
    docs: config.docs,
    identify: signIn,
    metrics,
    routes,
    webRoot: WEB_ROOT,
    callersWaitTooLong: () => db.isQueueTooLong() || auth.db.isQueueTooLong(),
  });

  const ears = house.listenUrl
    ? listen({
        url: house.listenUrl,
        channels: {
          oto_live: (brandId) => hub.wake(brandId),
          oto_clock: () => void shared?.follow().catch(onError),
          oto_clock_clear: () => hostClock.clear(),
          oto_due: () => void dispatcher.wake(),
        },
        onConnected: () => {
          hub.wakeAll();
          void dispatcher.wake();
        },
        onError,
      })
    : null;
  const following = setInterval(() => void shared?.follow().catch(onError), FOLLOW_MS);
  const stopChores = startChores({
    ...attempts,
    keepHeads: headsKeeper(join(house.dir, 'heads')),
    onAccounted: (missing) => metrics.accounted(missing),
    onError,
  });

  const address = addressOf(app, await app.listen({ host: config.host, port: config.port }));
  // With PORT=0 the machine has chosen one.
  port = portOf(app);
  return {
    greeting: demo ? `${address}\n\n${demoSignIns(address, now())}` : address,
    beginDrain() {
      isStopping = true;
      app.sendClientsAway();
    },
    async close() {
      app.sendClientsAway();
      clearInterval(following);
      const hubClosed = hub.close();
      streams.close();
      await app.close();
      // Of requests under way only those are left whose clients have gone: nobody waits for their heavy work.
      await Promise.all([
        ears?.close(),
        dispatcher.close(),
        notices?.close(),
        stopChores(),
        stopWatch(),
        engine.close(),
        policyWorkers.close(),
      ]);
      await Promise.race([
        Promise.all([hubClosed, app.allSettled()]),
        pause(GONE_CLIENTS_MS, undefined, { ref: false }),
      ]);
      await auth.close();
    },
  };
}

/** Handlers whose clients have gone have so long to end; what they ask the database for later fails, and is no fault. */
const GONE_CLIENTS_MS = 3_000;

/** A dispatcher that has not got through for so long leaves promises unkept. */
const SILENT_MS = 60_000;

function dispatcherObstacles(dispatcher: Dispatcher, now: number): string[] {
  return now - dispatcher.lastStepAt() < SILENT_MS ? [] : ['the dispatcher of held contacts does not get through'];
}

/** As the service worker reads it. */
function noticeFor(language: string, count: number): string {
  const lang = pickLanguage(language);
  return JSON.stringify({ body: readyNotice(lang, count), lang });
}

/** Where pages of ours may come from. On loopback a browser may call it either name. */
function originsOf(publicUrl: string | null, port: number): string[] {
  return publicUrl ? [new URL(publicUrl).origin] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

function addressOf(app: App, address: string): string {
  return address.includes('127.0.0.1') ? `http://localhost:${portOf(app)}` : address;
}

function portOf(app: App): number {
  return (app.server.address() as { port: number }).port;
}
