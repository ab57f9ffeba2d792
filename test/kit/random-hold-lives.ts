/** Generates random histories of held contacts and plays them with the product's own flows. */
import fc from 'fast-check';
import type pg from 'pg';
import type { Database } from '#db/core/db.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { cancelHold, changeHold, restoreHold } from '#flows/holds/change-hold.ts';
import { expireParked } from '#flows/holds/expire-parked.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { aBrand, type Someone } from './brand-fixture.ts';
import { createFlowDeps } from './flow-deps.ts';
import { aWish, dispatch, hold, openDaily } from './hold-helpers.ts';
import { aPublication } from './publication-body.ts';

/** Monday 23 November 2026, 22:14 in São Paulo. The store opens at 10:00. */
export const NIGHT = '2026-11-24T01:14:00.000Z';
export const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };
export const ENDS_AT_11 = { ...DEFAULT_POLICY, windows: [{ ...DEFAULT_POLICY.windows[0], end: '11:00' }] };
const HOUR = 3_600_000;

export async function aNight(db: Database, owner: pg.Pool) {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  return { brand, flowDeps: createFlowDeps(db, NIGHT) };
}

const STEPS = [
  'hold',
  'choose',
  'retime',
  'pass',
  'cancel',
  'restore',
  'wait',
  'send',
  'not sent',
  'stop',
  'policy',
  'park',
] as const;
export const aLife = fc.array(fc.record({ step: fc.constantFrom(...STEPS), n: fc.nat(1_000) }), {
  minLength: 12,
  maxLength: 25,
});

type Life = typeof aLife extends fc.Arbitrary<infer T> ? T : never;

/** Plays a history in a new brand and returns the brand's id. `check` is called after each step. */
export async function liveThrough(
  db: Database,
  owner: pg.Pool,
  life: Life,
  check: (brandId: string, after: string) => Promise<void> = async () => undefined,
): Promise<string> {
  const { brand, flowDeps } = await aNight(db, owner);
  const sellers = [brand.ana, brand.bruno];
  const customers = [await brand.customer(brand.ana), await brand.customer(brand.bruno)];
  const attempts: string[] = [];
  for (const customer of customers) attempts.push((await hold(flowDeps, brand.ana, customer)).attempt.id);
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
  for (const { step, n } of life) {
    const whose = { seller: pick(sellers, n), customer: pick(customers, n >> 1), attemptId: pick(attempts, n) };
    const made = await playStep({ brand, flowDeps, owner, ...whose }, step, n);
    if (made !== null && !attempts.includes(made)) attempts.push(made);
    await check(brand.brandId, `${step} ${n}`);
  }
  return brand.brandId;
}

interface StepContext {
  readonly brand: Awaited<ReturnType<typeof aBrand>>;
  readonly flowDeps: ReturnType<typeof createFlowDeps>;
  readonly owner: pg.Pool;
  readonly seller: Someone;
  readonly customer: string;
  readonly attemptId: string;
}

/** Plays one step and returns the id of its attempt, or null. A refusal counts as an answer. */
async function playStep(stepContext: StepContext, step: (typeof STEPS)[number], n: number): Promise<string | null> {
  const { brand, flowDeps, owner, seller, customer, attemptId } = stepContext;
  const { brandId, carla } = brand;
  const noChange = { text: null, heldUntil: null, sellerId: null };
  const later = flowDeps.now() + (1 + (n % 20)) * HOUR;
  const attempted = async (more: object) => {
    const answer = await attemptContact(flowDeps, seller, aWish(customer, more));
    return 'attempt' in answer ? answer.attempt.id : null;
  };
  if (step === 'hold') return attempted({ hold: 'offered', attemptId: n % 3 === 0 ? attemptId : null });
  if (step === 'choose') return attempted({ hold: later, attemptId: n % 3 === 0 ? attemptId : null });
  if (step === 'send') return attempted({ attemptId: n % 2 === 0 ? attemptId : null });
  if (step === 'wait') {
    flowDeps.moveTo(new Date(later).toISOString());
    await dispatch(flowDeps, brandId);
    await expireParked(flowDeps, brandId);
  } else if (step === 'policy') {
    await publishPolicy(flowDeps, brandId, aPublication(n % 2 === 0 ? ENDS_AT_11 : DEFAULT_POLICY), SUPPORT);
    await dispatch(flowDeps, brandId);
  } else {
    if (step === 'retime') await changeHold(flowDeps, carla, attemptId, { ...noChange, heldUntil: later });
    if (step === 'pass') await changeHold(flowDeps, carla, attemptId, { ...noChange, sellerId: seller.personId });
    if (step === 'cancel') await cancelHold(flowDeps, n % 2 === 0 ? carla : seller, attemptId);
    if (step === 'restore') await restoreHold(flowDeps, carla, attemptId);
    if (step === 'not sent') await recordOutcome(flowDeps, carla, attemptId, 'not_sent');
    if (step === 'stop' && n % 5 === 0) await recordOutcome(flowDeps, carla, attemptId, 'stop');
    if (step === 'park') await owner.query('update holds set parked_at = now() where attempt_id = $1', [attemptId]);
  }
  return attemptId;
}
