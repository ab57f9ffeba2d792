/** Measures one kernel, alone in its process: `node bench/decide/kernel.ts NAME` prints the nanoseconds per context. */
import process from 'node:process';
import { RULES } from '#rules/contact/checks.ts';
import { decide } from '#rules/contact/decide.ts';
import type { DecisionContext, Wish } from '#rules/contact/decision-context.ts';
import { NOTHING_ASKED } from '#rules/contact/quiet/asked-now.ts';
import { quietClocks } from '#rules/contact/quiet/quiet-clocks.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';

const CONTEXTS = 1 << 12;
const REPETITIONS = 101;
const YEAR = 365 * 86_400_000;
const FROM = Date.UTC(2026, 0, 1);

const KERNELS: Readonly<Record<string, (context: DecisionContext) => number>> = {
  'bare loop': (context) => context.now,
  decide: (context) => decide(context).decision.reasons.length,
};

const kernel = KERNELS[process.argv[2] ?? ''];
if (kernel === undefined)
  throw new Error(`There is no kernel ${process.argv[2]}, only: ${Object.keys(KERNELS).join(', ')}`);
process.stdout.write(String(measureMedian(kernel, manyContexts())));

/** Returns the median time of a context, after two repetitions for warming up. */
function measureMedian(run: (context: DecisionContext) => number, contexts: readonly DecisionContext[]): number {
  const times: number[] = [];
  let sum = 0;
  for (let repetition = -2; repetition < REPETITIONS; repetition++) {
    const began = process.hrtime.bigint();
    for (const context of contexts) sum += run(context);
    const took = Number(process.hrtime.bigint() - began);
    if (repetition >= 0) times.push(took / contexts.length);
  }
  if (sum === 0) throw new Error('The kernel computed nothing, so its time has no meaning');
  return times.toSorted((a, b) => a - b)[REPETITIONS >> 1] as number;
}

/**
 * Makes attempts of one brand from the list and from profiles, in four zones, at random instants of the five months for which
 * one compiled clock is used.
 */
function manyContexts(): readonly DecisionContext[] {
  const effectiveAt = FROM - YEAR;
  const timeline = timelineOf([
    { revision: 1, at: effectiveAt, kind: 'publish', version: 1, policy: DEFAULT_POLICY, effectiveAt },
  ]);
  const stores = ['America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco', 'America/Noronha'];
  const random = randomFrom(20_260_805);
  let quiet = new Map() as DecisionContext['quiet'];
  return Array.from({ length: CONTEXTS }, (_, n): DecisionContext => {
    const now = FROM + Math.floor(random() * 0.4 * YEAR);
    const zones: DecisionContext['zones'] = {
      store: stores[n % stores.length] ?? null,
      brand: 'America/Sao_Paulo',
      customer: ['America/Sao_Paulo'],
      customerFrom: 'area_code',
      brandStores: stores,
    };
    quiet = quietClocks(timeline, zones, now, quiet);
    return {
      rules: RULES,
      now,
      tzVersion: '2026c',
      plan: 'growth',
      policyRevision: 1,
      timeline,
      quiet,
      zones,
      asked: NOTHING_ASKED,
      customer: { availability: 'present', reachable: true, permission: 'granted', optedOutAt: null, doNotCall: null },
      conversation: { lastInboundAt: null, lastOutboundAt: null },
      earlierContacts: { coolDownDays: 7, contactedAt: null, unansweredAfter: 3, unansweredAt: [] },
      wish: wishOf(random() < 0.5),
      pacedAt: [],
      clockUnsafe: false,
      lastRefusedAt: null,
      acknowledged: [],
      because: null,
      attempt: { attemptId: `attempt ${n}`, customerId: `customer ${n}`, textDigest: `digest ${n}` },
    };
  });
}

function wishOf(suggestionOpen: boolean): Wish {
  return { actor: 'person', claimed: null, suggestionOpen, channel: 'handset', message: 'text' };
}

/** Returns a source of numbers in [0, 1) that are the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
