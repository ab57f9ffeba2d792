/** Everything put together: the only place that knows all the others. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { listen } from '#db/core/connection/listen.ts';
import { isPassing } from '#db/core/connection/unreachable.ts';
import { heavyQueues } from '#flows/core/heavy-queue.ts';
import { countHolds } from '#flows/holds/account-for-holds.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { hashSlots } from '#flows/sign-in/hash-slots.ts';
import { keepWithAccess } from '#flows/sign-in/live-access.ts';
import { suggestionRoutes } from '#http/campaigns/suggestions.ts';
import { attemptRoutes } from '#http/contact/attempts.ts';
import { type App, createApp } from '#http/core/app.ts';
import { sessionCookies } from '#http/core/caller/session-cookies.ts';
import { supportHost } from '#http/core/caller/support-host.ts';
import { healthRoutes } from '#http/core/health.ts';
import { eventReader, liveRoutes } from '#http/core/live/live.ts';
import { LiveHub } from '#http/core/live/live-hub.ts';
import { LiveStreams } from '#http/core/live/live-streams.ts';
import { createMetrics } from '#http/core/metrics.ts';
import { logOutage } from '#http/core/outage-log.ts';
import { customerRoutes } from '#http/customers/customers.ts';
import { demoRoutes } from '#http/demo/demo.ts';
import { holdRoutes } from '#http/holds/holds.ts';
import { brandRoutes } from '#http/policy/brands.ts';
import { previewRoutes } from '#http/policy/preview.ts';
import { figureRoutes } from '#http/policy/quiet-figure.ts';
import { quietHoursRoutes } from '#http/policy/quiet-hours.ts';
import { pushRoutes } from '#http/push/push.ts';
import { explanationRoutes } from '#http/record/explanations.ts';
import { distributionRoutes } from '#http/reports/distribution.ts';
import { overviewRoutes } from '#http/reports/overview.ts';
import { sessionRoutes } from '#http/sign-in/session.ts';
import { peopleRoutes } from '#http/sign-in/unlock-person.ts';
import { finderRoutes } from '#http/support/finder.ts';
import { helpRoutes } from '#http/support/help.ts';
import { leadRoutes } from '#http/support/leads.ts';
import { ticketRoutes } from '#http/support/tickets.ts';
import { startChores } from '#jobs/core/chores.ts';
import { type Dispatcher, startDispatcher } from '#jobs/holds/dispatcher.ts';
import { readyNotices } from '#jobs/push/ready-notices.ts';
import { monotonicNow } from '#main/core/clock.ts';
import type { House } from '#main/core/installation/installation.ts';
import { keysOf, signInKeys } from '#main/core/secrets/keys.ts';
import { keptVapid } from '#main/core/secrets/vapid.ts';
import { tzVersion } from '#main/core/tz-version.ts';
import { demoSignInOf } from '#main/demo/demo-people.ts';
import { fillDemo } from '#main/demo/fill.ts';
import { demoSignIns } from '#main/demo/sign-ins.ts';
import { impactEngine } from '#main/policy/impact-engine.ts';
import { policyEngine } from '#main/policy/policy-engine.ts';
import { webPush } from '#main/push/web-push.ts';
import { headsKeeper } from '#main/record/head-file.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { pinDigestsBy } from '#main/sign-in/pin-digests.ts';
import { startClockWatch } from '#main/time/clock-watch.ts';
import { demoClock } from '#main/time/demo-clock.ts';
import { pickLanguage } from '#words/core/language.ts';
import { readyNotice } from '#words/push/ready-notice.ts';
import type { Doors } from './lifecycle.ts';

const WEB_ROOT = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');
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
    finderRoutes(policies),
    leadRoutes(policies),
    helpRoutes(policies),
    distributionRoutes(policies),
    overviewRoutes({ db }),
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
