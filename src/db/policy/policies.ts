/**
 * Reads and appends the policy's log, which is append-only. Decisions lock the policy head shared, publications lock it
 * exclusively (A5).
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { PolicyEvents } from '#db/schema.ts';
import type { Policy } from '#rules/policy/policy.ts';
import type { PolicyEvent } from '#rules/policy/timeline.ts';

/** The author and reason of a change. `cause` is `plan` if a change of the plan caused it (D10). */
export interface PolicyAct {
  readonly cause: 'support' | 'plan';
  readonly authorId: string;
  readonly authorName: string;
  readonly reason: string;
}

/**
 * Locks the policy head until the end of the transaction: decisions under the old version have ended, new decisions
 * wait (A5).
 */
export const lockPolicyHead = preparedWrite<{ brandId: string }>()('lock_policy_head', (q, p) =>
  q
    .selectFrom('policyHeads as h')
    .innerJoin('brands as b', 'b.brandId', 'h.brandId')
    .where('h.brandId', '=', p.brandId)
    .select(['h.revision', 'h.version', 'b.plan', 'b.zone', 'b.storeZones'])
    .forUpdate(['h', 'b']),
);

export const readPolicyHead = preparedRead<{ brandId: string }>()('read_policy_head', (q, p) =>
  q.selectFrom('policyHeads').where('brandId', '=', p.brandId).select(['revision', 'version']),
);

/**
 * Writes the number of the newest policy event and version, and increments the timing revision, so that all live holds
 * are checked again (H6). `calendar` is the timing revision's name in SQL, see `column-names.ts`.
 */
export const advancePolicyHead = preparedWrite<{ brandId: string; revision: number; version: number }>()(
  'advance_policy_head',
  (q, p) =>
    q
      .updateTable('policyHeads')
      .set({ revision: p.revision, version: p.version, timingRevision: sql`calendar + 1` })
      .where('brandId', '=', p.brandId),
);

export const appendPolicyEvent = preparedWrite<{
  brandId: string;
  revision: number;
  at: number;
  kind: 'publish' | 'suspend' | 'resume';
  version: number | null;
  policy: Policy | null;
  effectiveAt: number | null;
  from: number | null;
  until: number | null;
  cause: PolicyAct['cause'];
  authorId: string;
  authorName: string;
  reason: string;
}>()('append_policy_event', (q, p) =>
  q.insertInto('policyEvents').values({
    brandId: p.brandId,
    revision: p.revision,
    at: instant(p.at),
    kind: p.kind,
    version: p.version,
    policy: sql`nullif(${json(p.policy)}, 'null'::jsonb)`,
    effectiveAt: instant(p.effectiveAt),
    suspendedFrom: instant(p.from),
    suspendedUntil: instant(p.until),
    cause: p.cause,
    authorId: p.authorId,
    authorName: p.authorName,
    reason: p.reason,
  }),
);

/** Reads the log up to a revision, oldest event first. */
export const readPolicyLog = preparedRead<{ brandId: string; upTo: number }>()('read_policy_log', (q, p) =>
  q
    .selectFrom('policyEvents')
    .where('brandId', '=', p.brandId)
    .where('revision', '<=', p.upTo)
    .orderBy('revision')
    .select([
      'revision',
      'at',
      'kind',
      'version',
      'policy',
      'effectiveAt',
      'suspendedFrom',
      'suspendedUntil',
      'cause',
      'authorName',
      'reason',
    ]),
);

/** Reads one event of the log. */
export const readPolicyEvent = preparedRead<{ brandId: string; revision: number }>()('read_policy_event', (q, p) =>
  q
    .selectFrom('policyEvents')
    .where('brandId', '=', p.brandId)
    .where('revision', '=', p.revision)
    .select(['revision', 'at', 'kind', 'version', 'policy', 'effectiveAt', 'suspendedFrom', 'suspendedUntil']),
);

export interface PolicyLogRow {
  readonly revision: number;
  readonly at: number;
  readonly kind: PolicyEvents['kind'];
  readonly version: number | null;
  readonly policy: unknown;
  readonly effectiveAt: number | null;
  readonly suspendedFrom: number | null;
  readonly suspendedUntil: number | null;
}

/** Converts a row to the rules' policy event. The policy needs no check, because only parsed policies are written. */
export function policyEventOf(row: PolicyLogRow): PolicyEvent {
  const { revision, at } = row;
  switch (row.kind) {
    case 'publish':
      return {
        revision,
        at,
        kind: 'publish',
        version: row.version as number,
        policy: row.policy as Policy,
        effectiveAt: row.effectiveAt as number,
      };
    case 'suspend':
      return { revision, at, kind: 'suspend', from: row.suspendedFrom as number, until: row.suspendedUntil };
    case 'resume':
      return { revision, at, kind: 'resume' };
  }
}
