/** What one decision costs on a whole context, beside a loop that does nothing but walk the same contexts. */
import { parseArgs } from 'node:util';
import { decide } from '#rules/decide.ts';
import type { DecisionContext, Wish } from '#rules/decision-context.ts';
import { DEFAULT_POLICY } from '#rules/policy.ts';
import { quietClocks } from '#rules/quiet-clocks.ts';
import { timelineOf } from '#rules/time/timeline.ts';

const CONTEXTS = 1 << 12;
const ROUNDS = 101;
const YEAR = 365 * 86_400_000;
const FROM = Date.UTC(2026, 0, 1);

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

/** Attempts from the list and from profiles, in four zones, at random instants of the five months that one compiled clock serves. */
const contexts = manyContexts();
const rows = [
  { name: 'bare loop', nsPerOp: measured((context) => context.now) },
  { name: 'decide', nsPerOp: measured((context) => decide(context).decision.reasons.length) },
];

if (values.json) {
  console.log(JSON.stringify({ bench: 'decide', unit: 'ns', contexts: CONTEXTS, rows }));
} else {
  for (const { name, nsPerOp } of rows) console.log(`${name.padEnd(12)} ${nsPerOp.toFixed(1).padStart(8)} ns`);
}

/** Median of the rounds, in ns a context, after two rounds of warming up. */
function measured(run: (context: DecisionContext) => number): number {
  const rounds: number[] = [];
  let sum = 0;
  for (let round = -2; round < ROUNDS; round++) {
    const began = process.hrtime.bigint();
    for (const context of contexts) sum += run(context);
    const took = Number(process.hrtime.bigint() - began);
    if (round >= 0) rounds.push(took / CONTEXTS);
  }
  if (sum === 0) throw new Error('nothing was measured');
  return rounds.toSorted((a, b) => a - b)[ROUNDS >> 1] as number;
}

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
      rules: 1,
      now,
      tzVersion: '2026c',
      plan: 'growth',
      policyRevision: 1,
      timeline,
      quiet,
      zones,
      customer: { availability: 'present', reachable: true, permission: 'granted', optedOutAt: null },
      conversation: { lastInboundAt: null, lastOutboundAt: null },
      wish: wishOf(random() < 0.5),
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

/** Numbers in [0, 1) that are the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
