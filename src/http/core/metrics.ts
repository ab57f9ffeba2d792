/** Defines the metrics that Prometheus reads. No label names a person, a customer or a phone number. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Counts a decision that was recorded. */
  countDecision(decision: { origin: string; verdict: string; reason: string | null }): void;
  /** Records whether the host's clock is safe (D8). */
  setClockSafe(safe: boolean): void;
  /** Counts a release of a held contact and how late it came after its minute (H1). */
  observeRelease(step: { became: string; lateMs: number }): void;
  /** Records how many held contacts are unaccounted for: neither waiting nor ended (H3). */
  setUnaccounted(missing: number): void;
  /** Sets the function that counts the held contacts of all brands; it is called whenever the metrics are read (H3). */
  countHoldsBy(count: () => Promise<Readonly<Record<string, number>>>): void;
  /** Counts the suggestions that a run made and ended, and times the run. */
  observeSuggestions(run: { suggested: number; ended: number; tookMs: number }): void;
  /** Counts a notification to a device by its outcome, including those not sent because it was no time for one. */
  countPush(outcome: string): void;
  /** Counts a try to send a mail by its outcome, including mails that were given up or are unwanted. */
  countMail(tried: { kind: string; outcome: string }): void;
  /** Counts a refused PIN, and separately the refusals that suggest guessing. */
  countPinRefusal(refusal: { kind: string; guessing?: boolean }): void;
  /** Counts a wrong password or a throttled try to sign in, and separately those that suggest guessing. */
  countPasswordRefusal(refusal: { kind: string; guessing: boolean }): void;
  /** Counts a live stream that this server ended. */
  countLiveEnd(why: string): void;
  /** Sets the function that counts the open live streams. */
  countLiveBy(count: () => number): void;
  /** Times every request that comes through `app`. */
  timeRequestsOf(app: FastifyInstance): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    ...countDecisions(registry),
    ...countMails(registry),
    ...countSuggestions(registry),
    ...countPins(registry),
    ...countPasswords(registry),
    ...countLiveStreams(registry),
    ...timeRequests(registry),
    ...watchClock(registry),
    ...countHeldContacts(registry),
  };
}

function countDecisions(registry: Registry): Pick<Metrics, 'countDecision' | 'countPush'> {
  const decisions = new Counter({
    name: 'oto_decisions_total',
    help: 'Decisions recorded, by origin, verdict and primary reason',
    labelNames: ['origin', 'verdict', 'reason'],
    registers: [registry],
  });
  const pushes = new Counter({
    name: 'oto_push_total',
    help: 'Notifications to devices, by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    countDecision: ({ origin, verdict, reason }) => decisions.inc({ origin, verdict, reason: reason ?? 'none' }),
    countPush: (outcome) => pushes.inc({ outcome }),
  };
}

function countSuggestions(registry: Registry): Pick<Metrics, 'observeSuggestions'> {
  const suggestions = new Counter({
    name: 'oto_suggestions_total',
    help: 'Suggestions that the runs of the stores’ days made and ended',
    labelNames: ['became'],
    registers: [registry],
  });
  const runs = new Histogram({
    name: 'oto_suggestion_run_seconds',
    help: 'Time from the claim of a store’s day to the commit of its suggestions',
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300],
    registers: [registry],
  });
  return {
    observeSuggestions: ({ suggested, ended, tookMs }) => {
      suggestions.inc({ became: 'open' }, suggested);
      suggestions.inc({ became: 'ended' }, ended);
      runs.observe(tookMs / 1000);
    },
  };
}

function countMails(registry: Registry): Pick<Metrics, 'countMail'> {
  const mails = new Counter({
    name: 'oto_mails_total',
    help: 'Tries to send a mail about a ticket, quiet hours, a week or an account, by kind and outcome: sent, failed, given_up, unwanted, postponed',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  return { countMail: ({ kind, outcome }) => mails.inc({ kind, outcome }) };
}

function countPins(registry: Registry): Pick<Metrics, 'countPinRefusal'> {
  const pinRefusals = new Counter({
    name: 'oto_pin_refusals_total',
    help: 'Refused PINs, by reason',
    labelNames: ['kind'],
    registers: [registry],
  });
  const pinGuesses = new Counter({
    name: 'oto_pin_guesses_total',
    help: 'Wrong PINs that suggest guessing, and PINs refused because a name is needed',
    registers: [registry],
  });
  return {
    countPinRefusal: ({ kind, guessing = kind === 'name_needed' }) => {
      pinRefusals.inc({ kind });
      if (guessing) pinGuesses.inc();
    },
  };
}

function countPasswords(registry: Registry): Pick<Metrics, 'countPasswordRefusal'> {
  const refusals = new Counter({
    name: 'oto_password_refusals_total',
    help: 'Wrong passwords, and tries to sign in that the throttle refused, by reason',
    labelNames: ['kind'],
    registers: [registry],
  });
  const guesses = new Counter({
    name: 'oto_password_guesses_total',
    help: 'Wrong passwords from the fifth of an account on, and tries to sign in that the throttle refused',
    registers: [registry],
  });
  return {
    countPasswordRefusal: ({ kind, guessing }) => {
      refusals.inc({ kind });
      if (guessing) guesses.inc();
    },
  };
}

function countLiveStreams(registry: Registry): Pick<Metrics, 'countLiveEnd' | 'countLiveBy'> {
  let countLive = () => 0;
  new Gauge({
    name: 'oto_live_streams',
    help: 'Live streams open at this server',
    registers: [registry],
    collect() {
      this.set(countLive());
    },
  });
  const liveEnded = new Counter({
    name: 'oto_live_ended_total',
    help: 'Live streams that this server ended: access was lost, or newer streams of the same person replaced them',
    labelNames: ['why'],
    registers: [registry],
  });
  return {
    countLiveEnd: (why) => liveEnded.inc({ why }),
    countLiveBy: (count) => {
      countLive = count;
    },
  };
}

function timeRequests(registry: Registry): Pick<Metrics, 'timeRequestsOf'> {
  const requests = new Histogram({
    name: 'oto_request_seconds',
    help: 'Time to the answer of a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.15, 0.5, 2],
    registers: [registry],
  });
  return {
    timeRequestsOf: (app) => {
      app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
        requests.observe({ method, route: routeOptions.url ?? 'unknown', status: statusCode }, elapsedTime / 1000);
      });
    },
  };
}

function watchClock(registry: Registry): Pick<Metrics, 'setClockSafe'> {
  const clockUnsafe = new Gauge({
    name: 'oto_clock_unsafe',
    help: '1 while the host’s clock is unsafe: it jumped and does not agree with the other clocks again',
    registers: [registry],
  });
  return { setClockSafe: (safe) => clockUnsafe.set(safe ? 0 : 1) };
}

function countHeldContacts(registry: Registry): Pick<Metrics, 'observeRelease' | 'setUnaccounted' | 'countHoldsBy'> {
  const releases = new Histogram({
    name: 'oto_release_lateness_seconds',
    help: 'How long after its minute a held contact was released, by the state it got',
    labelNames: ['became'],
    buckets: [0.25, 0.5, 1, 2, 5, 15, 60, 600],
    registers: [registry],
  });
  let countHolds: () => Promise<Readonly<Record<string, number>>> = async () => ({});
  new Gauge({
    name: 'oto_holds',
    help: 'Held contacts that have not ended, by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      // If the database does not answer, the other metrics are still returned.
      this.reset();
      const counted = await countHolds().catch(() => ({}));
      for (const [state, n] of Object.entries(counted)) this.set({ state }, n);
    },
  });
  const unaccounted = new Gauge({
    name: 'oto_holds_unaccounted',
    help: 'Held contacts that were made and are neither waiting nor ended; counted every 15 minutes',
    registers: [registry],
  });
  return {
    observeRelease: ({ became, lateMs }) => releases.observe({ became }, lateMs / 1000),
    setUnaccounted: (missing) => unaccounted.set(missing),
    countHoldsBy: (count) => {
      countHolds = count;
    },
  };
}
