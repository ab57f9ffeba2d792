/** Taking a store's device in hand: the PIN, the person, the turn. */
import type { Tx } from '#db/core/db.ts';
import { type Device, lockPinWait } from '#db/sign-in/pin-waits.ts';
import { holdPin, type PinHolder, updatePinDigest } from '#db/sign-in/pins.ts';
import { endOpenTurn, insertTurn } from '#db/sign-in/turns.ts';
import { isWeakPin } from '#rules/sign-in/new-secret.ts';
import { shortestPin } from '#rules/sign-in/pin-length.ts';
import { TURN_IDLE_MS } from '#rules/sign-in/turn.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PinRefusal, RightPin } from './checked-pin.ts';
import { checkNamedPin } from './named-pin.ts';
import { checkNamelessPin } from './nameless-pin.ts';
import type { PinDeps } from './pin-deps.ts';
import { isTakenMeanwhile, writePin } from './set-pin.ts';

export interface GivePinDeps extends PinDeps {
  readonly newId: () => string;
}

export interface PinWish {
  readonly pin: string;
  readonly personId: string | null;
  /** In place of a one-time PIN. */
  readonly newPin: string | null;
}

export type GivePinAnswer =
  | { readonly kind: 'turn'; readonly holder: PinHolder; readonly turnId: string; readonly endsAt: Instant }
  | PinRefusal
  | { readonly kind: 'account_inactive' | 'new_pin_unasked' | 'pin_weak' | 'pin_taken' }
  /** `shortest`: the fewest digits that this person's own PIN may have. */
  | { readonly kind: 'new_pin_needed'; readonly shortest: number }
  | { readonly kind: 'pin_short'; readonly shortest: number };

/**
 * A right PIN, if it is still the person's by then, begins a turn and ends the one before it. A one-time PIN is good only together with a new one, of which
 * the person is the first to know; so is a manager's PIN of too few digits.
 */
export async function givePin(
  deps: GivePinDeps,
  { sessionId, ...device }: Device & { readonly sessionId: string },
  { pin, personId, newPin }: PinWish,
): Promise<GivePinAnswer> {
  const checked =
    personId === null ? await checkNamelessPin(deps, device, pin) : await checkNamedPin(deps, device, personId, pin);
  if (checked.kind !== 'right') return checked;
  if (checked.lock) return { kind: 'pin_locked', lock: checked.lock };

  const refusal = refusalOf(checked.holder, { pin, newPin }, deps.demo);
  if (refusal) {
    await deps.db.inBrand(device.brandId, (tx) => checked.forgetThis(tx));
    return refusal;
  }

  const newDigests = newPin === null ? null : await deps.hashing.run(() => deps.pinDigests(device, newPin));
  if (newDigests === 'busy') return { kind: 'busy' };
  try {
    return await deps.db.inBrand(device.brandId, (tx) =>
      beginTurn(deps, tx, { ...device, sessionId }, checked, newDigests),
    );
  } catch (error) {
    if (isTakenMeanwhile(error)) return { kind: 'pin_taken' };
    throw error;
  }
}

function refusalOf(
  { active, oneTime, role }: PinHolder,
  { pin, newPin }: Pick<PinWish, 'pin' | 'newPin'>,
  demo: boolean,
): GivePinAnswer | null {
  if (!active) return { kind: 'account_inactive' };
  const shortest = shortestPin(role, demo);
  if (!oneTime && pin.length >= shortest) return newPin === null ? null : { kind: 'new_pin_unasked' };
  if (newPin === null) return { kind: 'new_pin_needed', shortest };
  if (newPin.length < shortest) return { kind: 'pin_short', shortest };
  return newPin === pin || isWeakPin(newPin) ? { kind: 'pin_weak' } : null;
}

async function beginTurn(
  { hostNow, newId }: GivePinDeps,
  tx: Tx,
  { sessionId, ...device }: Device & { readonly sessionId: string },
  { holder, digest, lockCounters, forgetAll }: RightPin,
  newDigests: Awaited<ReturnType<PinDeps['pinDigests']>> | null,
): Promise<GivePinAnswer> {
  const now = hostNow();
  const { brandId, storeId } = device;
  const { personId } = holder;
  // The device first: two PINs given at once on one device begin two turns, one after the other.
  await lockPinWait(tx, device);
  await lockCounters(tx);
  const held = await holdPin(tx, { ...device, personId });
  if (!held?.holder.digest.equals(holder.digest)) {
    return { kind: 'wrong_pin', left: null, lock: null, nextAt: null, guessing: false };
  }
  if (newDigests && !(await writePin(tx, { brandId, storeId, personId }, newDigests, false, now))) {
    // The try is left counted as a wrong one: else a one-time PIN could be used to find out which PINs colleagues have.
    return { kind: 'pin_taken' };
  }
  await forgetAll(tx);
  if (!newDigests && !holder.digest.equals(digest)) tx.send(updatePinDigest, { brandId, personId, digest });
  tx.send(endOpenTurn, { brandId, sessionId, now, how: 'switched' });
  const turn = { turnId: newId(), endsAt: now + TURN_IDLE_MS };
  tx.send(insertTurn, { brandId, id: turn.turnId, sessionId, storeId, personId, now, endsAt: turn.endsAt });
  return { kind: 'turn', holder, ...turn };
}
