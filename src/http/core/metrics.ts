/** What the installation counts: requests by route, decisions by what they said. No person, customer or number among the labels. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Counts a decision that was recorded. */
  decided(decision: { origin: string; verdict: string; reason: string | null }): void;
  /** Whether the host's clock can be believed (D8). */
  clockIs(safe: boolean): void;
  /** Counts a step of a held contact, and how late it came (H1). */
  released(step: { became: string; lateMs: number }): void;
  /** H3: how many are not accounted for. */
  accounted(missing: number): void;
  /** Whom to ask what waits over all brands, whenever somebody reads the metrics (H3). */
  countHoldsBy(count: () => Promise<Readonly<Record<string, number>>>): void;
  /** Counts a notification, or that it was no time for one. */
  pushed(outcome: string): void;
  /** Counts a PIN that did not open, and apart those that look like guessing. */
  pinRefused(refusal: { kind: string; guessing?: boolean }): void;
  /** Counts a live stream that this server ended. */
  liveEnded(why: string): void;
  /** Whom to ask how many live streams are open. */
  countLiveBy(count: () => number): void;
  /** Times every request that comes through `app`. */
  watch(app: FastifyInstance): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    ...countDecisions(registry),
    ...countPins(registry),
    ...countLiveStreams(registry),
    ...timeRequests(registry),
    ...watchClock(registry),
    ...countHeldContacts(registry),
  };
}

function countDecisions(registry: Registry): Pick<Metrics, 'decided' | 'pushed'> {
  const decisions = new Counter({
    name: 'oto_decisions_total',
    help: 'Decisions recorded, by origin, verdict and primary reason',
    labelNames: ['origin', 'verdict', 'reason'],
    registers: [registry],
  });
  const pushes = new Counter({
    name: 'oto_push_total',
    help: 'Notifications to devices, by what came of them',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    decided: ({ origin, verdict, reason }) => decisions.inc({ origin, verdict, reason: reason ?? 'none' }),
    pushed: (outcome) => pushes.inc({ outcome }),
  };
}

function countPins(registry: Registry): Pick<Metrics, 'pinRefused'> {
  const pinRefusals = new Counter({
    name: 'oto_pin_refusals_total',
    help: 'PINs that did not open, by why',
    labelNames: ['kind'],
    registers: [registry],
  });
  const pinGuesses = new Counter({
    name: 'oto_pin_guesses_total',
    help: 'Wrong PINs beyond what people mistype, and PINs refused for want of a name: somebody guesses in a store',
    registers: [registry],
  });
  return {
    pinRefused: ({ kind, guessing = kind === 'name_needed' }) => {
      pinRefusals.inc({ kind });
      if (guessing) pinGuesses.inc();
    },
  };
}

function countLiveStreams(registry: Registry): Pick<Metrics, 'liveEnded' | 'countLiveBy'> {
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
    help: 'Live streams that this server ended: without access any more, or displaced by newer ones of the same person',
    labelNames: ['why'],
    registers: [registry],
  });
  return {
    liveEnded: (why) => liveEnded.inc({ why }),
    countLiveBy: (count) => {
      countLive = count;
    },
  };
}

function timeRequests(registry: Registry): Pick<Metrics, 'watch'> {
  const requests = new Histogram({
    name: 'oto_request_seconds',
    help: 'Time to the answer of a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.15, 0.5, 2],
    registers: [registry],
  });
  return {
    watch: (app) => {
      app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
        requests.observe({ method, route: routeOptions.url ?? 'unknown', status: statusCode }, elapsedTime / 1000);
      });
    },
  };
}

function watchClock(registry: Registry): Pick<Metrics, 'clockIs'> {
  const clockUnsafe = new Gauge({
    name: 'oto_clock_unsafe',
    help: '1 while the host’s clock has jumped and does not agree with the others again',
    registers: [registry],
  });
  return { clockIs: (safe) => clockUnsafe.set(safe ? 0 : 1) };
}

function countHeldContacts(registry: Registry): Pick<Metrics, 'released' | 'accounted' | 'countHoldsBy'> {
  const releases = new Histogram({
    name: 'oto_release_lateness_seconds',
    help: 'How long after its minute a held contact was released, by what it became',
    labelNames: ['became'],
    buckets: [0.25, 0.5, 1, 2, 5, 15, 60, 600],
    registers: [registry],
  });
  let countHolds: () => Promise<Readonly<Record<string, number>>> = async () => ({});
  new Gauge({
    name: 'oto_holds',
    help: 'Held contacts that are not over, by what they do',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      // Without the database the other figures are told all the same.
      this.reset();
      const counted = await countHolds().catch(() => ({}));
      for (const [state, n] of Object.entries(counted)) this.set({ state }, n);
    },
  });
  const unaccounted = new Gauge({
    name: 'oto_holds_unaccounted',
    help: 'Held contacts that were made and are neither waiting nor over; looked at every quarter of an hour',
    registers: [registry],
  });
  return {
    released: ({ became, lateMs }) => releases.observe({ became }, lateMs / 1000),
    accounted: (missing) => unaccounted.set(missing),
    countHoldsBy: (count) => {
      countHolds = count;
    },
  };
}
