/** Makes contacts of two sellers without a pause, each with another customer, and measures how long each decision takes. */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Database } from '#db/core/db.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { Seller } from '#flows/contact/attempt-wish.ts';
import { ChainHeads } from '#flows/core/chain-heads.ts';
import { runPolicyTask } from '#flows/policy/policy-tasks.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import type { FilledBrand } from './brand-fixture.ts';

export interface DecisionTimes {
  readonly decisions: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

export type Sellers = Awaited<ReturnType<typeof openSellers>>;

const SELLERS = 2;

/** Returns what decisions need, and for each seller the customers of the own store. */
export async function openSellers(db: Database, superuser: pg.Client, { brandId, sellerIds }: FilledBrand) {
  const deps = {
    db,
    timelines: new Timelines(),
    policyEngine: { compute: async (...task: Parameters<typeof runPolicyTask>) => runPolicyTask(...task) } as never,
    now: () => Date.now(),
    hostNow: () => Date.now(),
    clockIsSafe: () => true,
    newId: uuidv7,
    newToken: () => randomBytes(16).toString('base64url'),
    tzVersion: process.versions.tz ?? '',
    receiptKey: new Uint8Array(32).fill(1),
    chainHeads: new ChainHeads(),
  };
  const lanes = [];
  for (const personId of sellerIds.slice(0, SELLERS)) {
    const { rows } = await superuser.query<{ id: string; storeId: string }>(
      `select c.id, c.store_id as "storeId" from customers c
       join people p on p.brand_id = c.brand_id and p.id = $2 and p.store_id = c.store_id where c.brand_id = $1 order by c.id`,
      [brandId, personId],
    );
    const seller: Seller = { brandId, personId, role: 'seller', storeId: rows[0]?.storeId ?? null, turnId: null };
    lanes.push({ seller, customerIds: rows.map(({ id }) => id), next: 0 });
  }
  return { deps, lanes };
}

/** Decides until `isOver`, each seller one contact after the other. */
export async function decideUntil({ deps, lanes }: Sellers, isOver: () => boolean): Promise<DecisionTimes> {
  const waits: number[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      while (!isOver()) {
        const customerId = lane.customerIds[lane.next++ % lane.customerIds.length] as string;
        const began = performance.now();
        const wish = { ...WISH, key: uuidv7(), customerId, text: 'Oi!' };
        const answer = await attemptContact(deps, lane.seller, wish);
        waits.push(performance.now() - began);
        if (answer.kind !== 'allowed') throw new Error(`A contact was ${answer.kind}, not allowed`);
      }
    }),
  );
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return { decisions: waits.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

const WISH = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null, hold: null };
