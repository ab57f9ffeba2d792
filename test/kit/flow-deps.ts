/** Creates the dependencies of flows for tests: a real database, a clock that moves only by `moveTo`, ids and tokens as in production. */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Database } from '#db/core/db.ts';
import { ChainHeads } from '#flows/core/chain-heads.ts';
import { type PolicyEngine, runPolicyTask } from '#flows/policy/policy-tasks.ts';
import { Timelines } from '#flows/policy/timelines.ts';

export function createFlowDeps(db: Database, at: string) {
  let now = Date.parse(at);
  return {
    db,
    timelines: new Timelines(),
    policyEngine: {
      compute: async (...task: Parameters<typeof runPolicyTask>) => runPolicyTask(...task),
    } as PolicyEngine,
    now: () => now,
    hostNow: () => now,
    newId: uuidv7,
    newToken: () => randomBytes(16).toString('base64url'),
    clockIsSafe: () => true,
    tzVersion: process.versions.tz ?? '',
    receiptKey: new Uint8Array(32).fill(1),
    chainHeads: new ChainHeads(),
    moveTo(instant: string) {
      now = Date.parse(instant);
    },
  };
}
