/** The policy log of a brand of the demo: the publication of its quiet hours, other hours for a time, and the suspension of an hour. */
import type { Tx } from '#db/core/db.ts';
import { advancePolicyHead, appendPolicyEvent } from '#db/policy/policies.ts';
import { type Policy, parsePolicy } from '#rules/policy/policy.ts';
import type { PolicyEvent } from '#rules/policy/timeline.ts';
import { DAY_MS, type EpochDay, MINUTE_MS, weekdayOf } from '#rules/time/calendar.ts';
import { dateText, startOfDay } from '#rules/time/local-day.ts';
import { DEMO_SUPPORT, type DemoBrand } from './brands.ts';
import { at, insertRows } from './bulk-insert.ts';

export type DemoPolicyEvent = Exclude<PolicyEvent, { kind: 'resume' }> & { readonly reason: string };

/** The instant since which the demo's quiet hours are in force, and the earlier instant at which support published them. */
export const SINCE = Date.parse('2026-01-01T03:00:00.000Z');
export const ACTIVATED = Date.parse('2025-12-30T14:10:00.000Z');

/** Returns the policy log of a brand; an empty list if the brand has no quiet hours. `today`: UTC midnight. */
export function demoPolicyLog(
  { policy: wanted, trial, pause, stores }: Pick<DemoBrand, 'policy' | 'trial' | 'pause' | 'stores'>,
  today: number,
): DemoPolicyEvent[] {
  if (wanted === null) return [];
  const policy = policyFrom(wanted);
  const log: DemoPolicyEvent[] = [
    {
      revision: 1,
      at: ACTIVATED,
      kind: 'publish',
      version: 1,
      policy,
      effectiveAt: SINCE,
      reason: 'Pedido da marca: ativação',
    },
  ];
  const zone = stores[0]?.zone ?? '';
  if (trial !== null) log.push(...trialOf(trial, policy, zone, today));
  if (pause === null) return log;
  const special = new Set(policy.exceptions.map(({ date }) => date));
  const day = ordinaryDay(today / DAY_MS - pause.daysAgo, special);
  const midnight = startOfDay(zone, day);
  const from = midnight + pause.startMinute * MINUTE_MS;
  const until = midnight + pause.endMinute * MINUTE_MS;
  return [...log, { revision: log.length + 1, at: from, kind: 'suspend', from, until, reason: pause.reason }];
}

function policyFrom(wanted: unknown): Policy {
  const parsed = parsePolicy(wanted);
  if (!parsed.ok) throw new Error(`The demo's policy is not valid: ${JSON.stringify(parsed.faults)}`);
  return parsed.policy;
}

/** Returns the publication of the tried hours and, later, of the first ones. Empty where the trial would begin before the activation. */
function trialOf(
  trial: NonNullable<DemoBrand['trial']>,
  policy: Policy,
  zone: string,
  today: number,
): readonly DemoPolicyEvent[] {
  const [from, until] = [trial.fromDaysAgo, trial.untilDaysAgo].map((days) => startOfDay(zone, today / DAY_MS - days));
  if (from === undefined || until === undefined || from <= SINCE + DAY_MS) return [];
  const publish = { kind: 'publish' } as const;
  return [
    {
      ...{ ...publish, revision: 2, version: 2, at: from - PUBLISHED_BEFORE_MS, effectiveAt: from },
      ...{ policy: policyFrom(trial.policy), reason: trial.reason },
    },
    {
      ...{ ...publish, revision: 3, version: 3, at: until - PUBLISHED_BEFORE_MS, effectiveAt: until },
      ...{ policy, reason: trial.backReason },
    },
  ];
}

/** Support publishes hours in the afternoon before the midnight at which they take effect. */
const PUBLISHED_BEFORE_MS = 8 * 60 * MINUTE_MS;

/** Writes the events of the log, each followed by the new policy head. */
export function insertPolicyLog(tx: Tx, brandId: string, log: readonly DemoPolicyEvent[]): void {
  let version = 0;
  for (const event of log) {
    tx.send(appendPolicyEvent, {
      brandId,
      version: null,
      policy: null,
      effectiveAt: null,
      from: null,
      until: null,
      ...event,
      cause: 'support',
      authorId: 'demo',
      authorName: DEMO_SUPPORT.name,
    });
    if (event.kind === 'publish') version = event.version;
    tx.send(advancePolicyHead, { brandId, revision: event.revision, version });
  }
}

/** Marks the notices of a suspension and of the version before it as seen by everybody, so that the demo shows neither (A8). */
export async function markNoticesSeen(
  tx: Tx,
  brandId: string,
  log: readonly DemoPolicyEvent[],
  personIds: readonly string[],
): Promise<void> {
  if (!log.some(({ kind }) => kind === 'suspend')) return;
  const told = log.flatMap(({ kind, revision, at: seenAt }) =>
    personIds.map((id) => ({ person_id: id, notice: `${kind}:${revision}`, seen_at: at(Math.max(seenAt, SINCE)) })),
  );
  await insertRows(
    tx,
    'notices_seen',
    told.map((notice) => ({ brand_id: brandId, ...notice })),
  );
}

/** Returns the last day from Monday to Thursday, not later than `day`, that has no exception. */
function ordinaryDay(day: EpochDay, special: ReadonlySet<string>): EpochDay {
  return weekdayOf(day) > 3 || special.has(dateText(day)) ? ordinaryDay(day - 1, special) : day;
}
