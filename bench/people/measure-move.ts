/** Measures the move of a large portfolio: the whole, the plan, and the longest step. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Database } from '#db/core/db.ts';
import { movePortfolio } from '#flows/customers/portfolio/move-portfolio.ts';
import { runMove } from '#flows/customers/portfolio/run-move.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { FilledTeam } from './brand-fixture.ts';

export interface MoveFigures {
  readonly ms: number;
  /** Until the plan is stored and its first step is written. */
  readonly plannedMs: number;
  readonly steps: number;
  readonly longestStepMs: number;
  /** To one statement that gives all customers to another seller. */
  readonly ratio: number;
}

export async function measureMove(
  { db, superuser }: { readonly db: Database; readonly superuser: pg.Client },
  { brandId, managerId, sellerId, storeId }: FilledTeam,
): Promise<MoveFigures> {
  const least = await measureBareUpdate(superuser, brandId, sellerId);
  const actor = {
    ...{ kind: 'person', brandId, personId: managerId, name: 'Gestão', role: 'brand_manager', storeId: null },
    ...{ turnId: null, sessionKey: 'bench' },
  } satisfies PersonActor;
  const deps = { db, now: () => Date.now(), hostNow: () => Date.now(), newId: uuidv7 };
  // The time of a request is over at once: the request writes one step.
  let readings = 0;
  const hurried = { ...deps, hostNow: () => Date.now() + 60_000 * readings++ };
  const began = performance.now();
  const answer = await movePortfolio(hurried, actor, sellerId, {
    to: 'spread',
    held: 'pass_on',
    storeId,
    dryRun: false,
  });
  if (answer.kind !== 'moved') throw new Error(`The portfolio was not moved: ${answer.kind}`);
  const plannedMs = performance.now() - began;
  // The background work writes the rest; each call of `isOver` ends a step.
  let [last, longestStepMs] = [performance.now(), 0];
  const endStep = () => {
    longestStepMs = Math.max(longestStepMs, performance.now() - last);
    last = performance.now();
    return false;
  };
  await runMove(deps, brandId, answer.moveId, endStep);
  const ms = performance.now() - began;
  return {
    ms,
    plannedMs,
    steps: Math.ceil(answer.shares.reduce((n, { customers }) => n + customers, 0) / 250),
    longestStepMs,
    ratio: ms / least,
  };
}

/** Returns how long one update of all customers takes, which is rolled back. */
async function measureBareUpdate(superuser: pg.Client, brandId: string, sellerId: string): Promise<number> {
  await superuser.query('begin');
  const began = performance.now();
  await superuser.query(
    `update customers set seller_id = (select id from people where brand_id = $1 and id <> $2 limit 1)
     where brand_id = $1 and seller_id = $2`,
    [brandId, sellerId],
  );
  const ms = performance.now() - began;
  await superuser.query('rollback');
  await superuser.query('vacuum analyze customers');
  return ms;
}
