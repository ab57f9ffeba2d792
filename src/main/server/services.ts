/** Opens the services that routes and background work share: sign-in, clocks, live streams, push, and the deps of flows. */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { AuthDb } from '#db/core/auth-db.ts';
import { isPassing } from '#db/core/connection/unreachable.ts';
import { ChainHeads } from '#flows/core/chain-heads.ts';
import { heavyQueues } from '#flows/core/heavy-queue.ts';
import { deleteLeftAccounts } from '#flows/import/upload/delete-left-accounts.ts';
import { ImportRuns } from '#flows/import/upload/import-runs.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { hashSlots } from '#flows/sign-in/hash-slots.ts';
import { afterAnswer } from '#flows/sign-in/links/after-answer.ts';
import { keepWithAccess } from '#flows/sign-in/live-access.ts';
import { sessionCookies } from '#http/core/caller/session-cookies.ts';
import { supportHost } from '#http/core/caller/support-host.ts';
import { eventReader } from '#http/core/live/live.ts';
import { LiveHub } from '#http/core/live/live-hub.ts';
import { LiveStreams } from '#http/core/live/live-streams.ts';
import { createMetrics, type Metrics } from '#http/core/metrics.ts';
import { logOutage } from '#http/core/outage-log.ts';
import { rehearsalEngine } from '#main/campaigns/rehearsal-engine.ts';
import { monotonicNow } from '#main/core/clock.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { keysOf, signInKeys } from '#main/core/secrets/keys.ts';
import { readOrCreateVapid } from '#main/core/secrets/vapid.ts';
import { tzVersion } from '#main/core/tz-version.ts';
import { fillDemo } from '#main/demo/fill-demo.ts';
import { importEngine } from '#main/import/import-engine.ts';
import { mailTokens } from '#main/mail/mail-tokens.ts';
import { smtpMailer } from '#main/mail/smtp-mailer.ts';
import { impactEngine } from '#main/policy/impact-engine.ts';
import { policyEngine } from '#main/policy/policy-engine.ts';
import { webPush } from '#main/push/web-push.ts';
import { drawPin } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { commonPasswords } from '#main/sign-in/common-passwords.ts';
import { linkAddress } from '#main/sign-in/links/link-address.ts';
import { pinDigestsBy } from '#main/sign-in/pin-digests.ts';
import { startClockWatch } from '#main/time/clock-watch.ts';
import { demoClock } from '#main/time/demo-clock.ts';
import { productMail } from '#words/mail/product-mail.ts';
import { invitationMail, resetMail } from '#words/sign-in/links/link-mail.ts';

export type Services = Awaited<ReturnType<typeof openServices>>;

type OnError = (error: unknown) => void;

/** Opens the services in the order of their dependencies. In the demo, fills an empty database first. */
export async function openServices(installation: Installation, listening: () => string) {
  const { config, clock, database: db } = installation;
  const { receipts: receiptKey, numbers: numberKey } = keysOf(installation.secret);
  const hostNow = () => installation.hostClock.now();
  const onError = errorLogger(installation);
  const metrics = createMetrics();
  const { auth, signIn } = openSignIn(installation, metrics, onError);
  const mails = openMails(installation, signIn, listening);
  const links = openLinks(signIn, mails, onError);
  const { watch: hostClock, stop: stopWatch } = await watchHostClock(installation, metrics);
  const { hub, streams } = openLive(installation, metrics, signIn, onError);

  let wakeMoves = () => {};
  const onMove = { wake: () => {}, summarize: () => {}, suggest: () => Promise.resolve() };
  const shared = await openDemo(installation, signIn, {
    onMoved: () => {
      hub.sendToAll('quiet-hours');
      onMove.wake();
      onMove.summarize();
    },
    afterMove: () => onMove.suggest(),
  });

  const policyWorkers = policyEngine();
  const policies = {
    db,
    timelines: new Timelines(),
    policyEngine: policyWorkers,
    now: () => clock.now(),
    hostNow,
    newId: uuidv7,
    isTicking: () => shared?.read().ticking ?? true,
    continueMoves: () => wakeMoves(),
  };
  const imports = openImports(installation, { ...policies, auth: auth.db }, onError);
  const attempts = {
    ...policies,
    newToken: () => randomBytes(16).toString('base64url'),
    tzVersion,
    clockIsSafe: () => hostClock.isSafe(),
    ...{ receiptKey, chainHeads: new ChainHeads() },
    decisionsPerMinute: config.decisionsPerMinute,
    metrics,
  };
  return {
    ...{ auth, signIn, mails, links, metrics, hostClock, stopWatch, hub, streams, shared },
    ...{ policies, policyWorkers, attempts, imports, numberKey, onError },
    session: { ...signIn, ...policies },
    push: openPush(installation),
    engine: impactEngine({ url: installation.runtimeUrl, naming: installation.naming }),
    rehearsals: rehearsalEngine({ url: installation.runtimeUrl, naming: installation.naming }),
    heavy: heavyQueues(),
    /** Sets the function that goes on with moves which requests have left unfinished. */
    wakeOnUnfinishedMove: (wake: () => void) => {
      wakeMoves = wake;
    },
    /** Sets what a move of the demo's clock starts: on each server, and on the server that moved the clock. */
    startOnClockMove: (starts: Partial<typeof onMove>) => void Object.assign(onMove, starts),
  };
}

function errorLogger({ log }: Installation): OnError {
  return (error) => {
    if (isPassing(error)) logOutage(log, error);
    else log.error({ err: error }, 'background work failed');
  };
}

function openSignIn(installation: Installation, metrics: Metrics, onError: OnError) {
  const { config, database: db } = installation;
  const { sessions: cookieKeys, pins: pinKeys } = signInKeys(installation.secret, config.previousSecret);
  const hostNow = () => installation.hostClock.now();
  const auth = createAuth({
    url: installation.authUrl,
    connections: config.connections.auth,
    cookieKeys,
    hostNow,
    heartbeat: installation.heartbeat,
    naming: installation.naming,
    onError,
  });
  const signIn = {
    auth: auth.db,
    db,
    accounts: auth.accounts,
    secondFactors: auth.secondFactors,
    hashing: hashSlots(),
    hostNow,
    meterKey: auth.meterKey,
    pinDigests: pinDigestsBy(pinKeys),
    cookies: sessionCookies(isSecure(installation)),
    newId: uuidv7,
    newToken: () => randomBytes(32).toString('base64url'),
    demo: isDemo(installation),
    supportHost: supportHost(config.supportUrl),
    onPinRefused: metrics.countPinRefusal,
    onPasswordRefused: metrics.countPasswordRefusal,
    isCommonPassword: commonPasswords(),
    hasMail: config.mail !== null,
    drawPin,
  };
  return { auth, signIn };
}

/** Opens what imports in the browser need: the processes that read and write files, and the imports under way. */
function openImports(
  { runtimeUrl, naming, secret, database: db }: Installation,
  { now, auth }: { readonly now: () => number; readonly auth: AuthDb },
  onError: OnError,
) {
  const engine = importEngine({ url: runtimeUrl, naming, numberKey: keysOf(secret).numbers, now });
  const deleteAccounts = (brandId: string) => deleteLeftAccounts({ db, auth }, brandId);
  return { engine, runs: new ImportRuns({ db, now, engine, deleteLeftAccounts: deleteAccounts, onError }) };
}

/** Opens what the sender of waiting mails needs. `listening`: the address on which this server listens. */
function openMails(installation: Installation, { auth, db, hostNow }: SignIn, listening: () => string) {
  const { config, log, secret } = installation;
  return {
    ...{ auth, db, hostNow },
    mailer: config.mail && smtpMailer(config.mail, log),
    write: productMail,
    tokens: mailTokens(signInKeys(secret, config.previousSecret).mails),
    addressOf: linkAddress(config, listening),
  };
}

type Mails = ReturnType<typeof openMails>;

/** Opens what one-time links need. */
function openLinks(signIn: SignIn, { mailer, addressOf }: Mails, onError: OnError) {
  return {
    ...signIn,
    addressOf,
    mailer,
    mails: { invitation: invitationMail, reset: resetMail },
    afterAnswer: afterAnswer(onError),
  };
}

function watchHostClock({ database: db, hostClock, log }: Installation, metrics: Metrics) {
  return startClockWatch({
    db,
    hostNow: () => hostClock.now(),
    monotonicNow,
    onChange: (why) => {
      metrics.setClockSafe(why === null);
      if (why === null) log.info('the host’s clock is safe');
      else log.warn({ why }, 'the host’s clock is unsafe: held contacts are not released until it is safe again');
    },
  });
}

type SignIn = ReturnType<typeof openSignIn>['signIn'];

function openLive({ database: db }: Installation, metrics: Metrics, signIn: SignIn, onError: OnError) {
  const hub = new LiveHub(eventReader(db), onError);
  const streams = new LiveStreams({
    keepWithAccess: (actors) => keepWithAccess(signIn, actors),
    onError,
    onEnded: metrics.countLiveEnd,
  });
  metrics.countLiveBy(() => streams.size);
  return { hub, streams };
}

/** Opens the demo's clock and fills an empty database with the demo's brands; returns null in production. */
async function openDemo(
  installation: Installation,
  { accounts, pinDigests, hostNow }: SignIn,
  moves: Parameters<typeof demoClock>[3],
) {
  if (!isDemo(installation)) return null;
  const { config, clock, database: db } = installation;
  const shared = demoClock(db, clock, installation.hostClock, moves);
  await shared.follow();
  await fillDemo({ db, accounts, keys: keysOf(installation.secret), hostNow, pinDigests, day: config.demoDay });
  return shared;
}

/** Returns the sender of push notifications; null if the server has no VAPID keys. */
function openPush(installation: Installation) {
  const demo = isDemo(installation);
  const vapid = installation.config.vapid ?? (demo ? readOrCreateVapid(installation.dir) : null);
  return (
    vapid &&
    webPush({
      vapid,
      demo,
      onError: (error) => installation.log.warn({ err: error }, 'a push notification could not be sent'),
    })
  );
}

export function isDemo({ config }: Installation): boolean {
  return config.mode === 'demo';
}

/** Tells whether people reach the server by https, so that cookies can be restricted to it. */
export function isSecure({ config }: Installation): boolean {
  return config.publicUrl?.startsWith('https:') ?? false;
}
