/**
 * Computes what the recorded contacts of a time would have been under another policy (A2, A6). The time is read in
 * slices, which can be counted in any process.
 */
import type { Db, Reads } from '#db/core/db.ts';
import { readPolicyHead } from '#db/policy/policies.ts';
import { groupInMemory, groupRecordedContexts } from '#db/policy/recorded-contexts.ts';
import { type RecordedGroup, tallyGroup } from '#rules/impact/impact.ts';
import { emptyTally, type ImpactTally } from '#rules/impact/impact-tally.ts';
import { includesQuietHours } from '#rules/policy/plan.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import { contextOfReceipt, zonesOf } from '#rules/record/receipt-replay.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { BrandClocks, Timelines } from './timelines.ts';

export interface ImpactQuestion {
  readonly brandId: string;
  readonly from: Instant;
  readonly until: Instant;
  /**
   * The policy that is assumed in force all that time, on a plan that includes it. Null stands for the policies really
   * in force, which gives the recorded verdicts again.
   */
  readonly policy: Policy | null;
}

/** Counts impacts in processes beside the server. */
export interface ImpactEngine {
  /** Counts an impact. Throws where a process cannot count, for example because the database is not reachable. */
  ask(question: ImpactQuestion): Promise<ImpactTally>;
  /** Prepares the processes for a question that will come soon. */
  warm(): void;
}

/** The time that an impact covers. */
export const IMPACT_MS = 90 * DAY_MS;

/** Returns the slices of a question that can be counted independently. The newest slice comes first, because it has nearly all examples. */
export function slicesOf({ from, until }: ImpactQuestion): readonly Interval[] {
  const count = Math.max(1, Math.ceil((until - from) / SLICE_MS));
  const slices = Array.from({ length: count }, (_, i) => ({
    start: from + i * SLICE_MS,
    end: Math.min(until, from + (i + 1) * SLICE_MS),
  }));
  return slices.reverse();
}

/** The length of a slice: short enough to fit into memory for every brand, long enough that contexts repeat. */
const SLICE_MS = 6 * DAY_MS;

/** Counts some slices of a question one after the other. */
export async function countSlices(
  db: Reads,
  question: ImpactQuestion,
  slices: readonly Interval[],
): Promise<ImpactTally> {
  const tally = emptyTally();
  const timelines = new Timelines();
  const wanted = question.policy && clocksOf(question.policy);
  for (const { start: from, end: until } of slices) {
    await db.read(question.brandId, async (reads) => {
      await reads.run(groupInMemory, {});
      const leastMax = await leastMaxOf(reads, timelines, question);
      const rows = await reads.run(groupRecordedContexts, { brandId: question.brandId, from, until, leastMax });
      for (const row of rows) {
        const receipt = { ...row, pacedAt: row.contactsAt, decidedAt: from, refusedAt: null } as unknown as Receipt;
        const clocks = wanted ?? (await timelines.at(reads, question.brandId, receipt.policyRevision));
        tallyGroup(tally, groupOf(receipt, row, clocks, { from, until }, wanted !== null));
      }
    });
  }
  return tally;
}

/** Returns the smallest limit of new contacts among the policies to judge by (P1). */
async function leastMaxOf(reads: Db, timelines: Timelines, { brandId, policy }: ImpactQuestion): Promise<number> {
  if (policy !== null) return policy.pace.seller.max;
  const [head] = await reads.run(readPolicyHead, { brandId });
  const { timeline } = await timelines.at(reads, brandId, head?.revision ?? 0);
  return Math.min(NO_LIMIT, ...timeline.versions.map((version) => version.policy.pace.seller.max));
}

const NO_LIMIT = 1_000_000;

function groupOf(
  receipt: Receipt,
  { stopped, instants, attemptIds }: { stopped: boolean; instants: Buffer; attemptIds: Buffer },
  clocks: BrandClocks,
  { from, until }: { from: Instant; until: Instant },
  isAssumed: boolean,
): RecordedGroup {
  const zones = zonesOf(receipt);
  clocks.around(from, zones);
  const context = contextOfReceipt(receipt, clocks.timeline, clocks.around(until, zones));
  const plan = isAssumed && !includesQuietHours(context.plan) ? 'growth' : context.plan;
  return {
    context: { ...context, plan },
    verdict: receipt.verdict,
    reasons: receipt.reasons,
    origin: receipt.origin,
    storeId: receipt.storeId,
    zone: [receipt.zoneStore, receipt.zoneBrand].find((zone) => zoneFault(zone) === null) ?? 'Etc/UTC',
    stopped,
    instants: instantsIn(instants),
    attemptId: (index) => uuidIn(attemptIds, index),
  };
}

/** Builds the clocks of a policy that has always been in force. */
function clocksOf(policy: Policy): BrandClocks {
  const effectiveAt = Number.NEGATIVE_INFINITY;
  return new BrandClocks(timelineOf([{ revision: 1, at: 0, kind: 'publish', version: 1, policy, effectiveAt }]));
}

function instantsIn(bytes: Buffer): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const instants = new Float64Array(bytes.byteLength / 8);
  for (let i = 0; i < instants.length; i++) instants[i] = Math.round(view.getFloat64(i * 8));
  return instants;
}

function uuidIn(bytes: Buffer, index: number): string {
  const hex = bytes.toString('hex', index * 16, index * 16 + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
