/** Reads whether a store must choose names, and in which stores somebody may be guessing PINs. */
import type { Reads } from '#db/core/db.ts';
import { findWrongPins } from '#db/sign-in/pin-guessing.ts';
import { findStoreBudget } from '#db/sign-in/pin-waits.ts';
import type { Actor } from '#flows/people/identify-caller.ts';
import { mayUse, scopeOf } from '#rules/people/access.ts';
import { isGuessing, isNameNeeded, wrongNameless } from '#rules/sign-in/pin-budget.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface PinGuessing {
  readonly storeId: string;
  readonly store: string;
  readonly nameless: boolean;
  readonly people: readonly string[];
}

/** Tells whether the store's budget of wrong PINs without a name is used up. */
export async function readNameNeeded(
  db: Reads,
  { brandId, storeId }: { brandId: string; storeId: string },
  now: Instant,
): Promise<boolean> {
  const [budget] = await db.read(brandId, (reads) => reads.run(findStoreBudget, { brandId, storeId }));
  return isNameNeeded(budget?.paidUntil ?? null, now);
}

/** Reads the stores that `read_pin_guessing` reaches; null where the actor may not read them. */
export async function readPinGuessing(db: Reads, actor: Actor | null, now: Instant): Promise<PinGuessing[] | null> {
  if (actor?.kind !== 'person' || !mayUse('read_pin_guessing', actor.role)) return null;
  const { brandId } = actor;
  const { storeId } = scopeOf('read_pin_guessing', actor);
  const stores = await db.read(brandId, (reads) => reads.run(findWrongPins, { brandId, storeId }));
  return stores
    .map(({ paidUntil, ...store }) => ({ ...store, nameless: isGuessing(wrongNameless(paidUntil, now)) }))
    .filter(({ nameless, people }) => nameless || people.length > 0);
}
