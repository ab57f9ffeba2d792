/** Signs a person in on a store's device with a PIN and begins the person's turn. */
import type { Tx } from '#db/core/db.ts';
import { type Device, lockPinWait } from '#db/sign-in/pin-waits.ts';
import { lockPinWithTries, type PinHolder, updatePinDigest } from '#db/sign-in/pins.ts';
import { endOpenTurn, insertTurn } from '#db/sign-in/turns.ts';
import { isWeakPin } from '#rules/sign-in/new-secret.ts';
import { isOneTimeOver } from '#rules/sign-in/one-time-life.ts';
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
  /** The PIN that replaces a one-time PIN. */
  readonly newPin: string | null;
}

export type GivePinAnswer =
  | { readonly kind: 'turn'; readonly holder: PinHolder; readonly turnId: string; readonly endsAt: Instant }
  | PinRefusal
  | { readonly kind: 'account_inactive' | 'one_time_pin_expired' | 'new_pin_unasked' | 'pin_weak' | 'pin_taken' }
  /** `shortest` is the fewest digits that this person's PIN may have. */
  | { readonly kind: 'new_pin_needed'; readonly shortest: number }
  | { readonly kind: 'pin_short'; readonly shortest: number };

/**
 * Begins a turn for a right PIN, if the PIN is still the person's at the commit, and ends the turn before it. A
 * one-time PIN works only together with a new PIN, which nobody but the person knows; so does a manager's PIN of too
 * few digits.
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

  const refusal = refusalOf(checked.holder, { pin, newPin }, deps);
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
  { active, oneTime, setAt, role }: PinHolder,
  { pin, newPin }: Pick<PinWish, 'pin' | 'newPin'>,
  { demo, hostNow }: GivePinDeps,
): GivePinAnswer | null {
  if (!active) return { kind: 'account_inactive' };
  if (oneTime && isOneTimeOver(setAt, hostNow())) return { kind: 'one_time_pin_expired' };
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
  // The device is locked first: two PINs that are typed at once on one device begin two turns, one after the other.
  await lockPinWait(tx, device);
  await lockCounters(tx);
  const lockedPin = await lockPinWithTries(tx, { ...device, personId });
  if (!lockedPin?.holder.digest.equals(holder.digest)) {
    return { kind: 'wrong_pin', left: null, lock: null, nextAt: null, guessing: false };
  }
  if (newDigests && !(await writePin(tx, { brandId, storeId, personId }, newDigests, false, now))) {
    // The try still counts as a wrong one. Otherwise a person could use a one-time PIN to find out the PINs of colleagues.
    return { kind: 'pin_taken' };
  }
  await forgetAll(tx);
  if (!newDigests && !holder.digest.equals(digest)) tx.send(updatePinDigest, { brandId, personId, digest });
  tx.send(endOpenTurn, { brandId, sessionId, now, how: 'switched' });
  const turn = { turnId: newId(), endsAt: now + TURN_IDLE_MS };
  tx.send(insertTurn, { brandId, id: turn.turnId, sessionId, storeId, personId, now, endsAt: turn.endsAt });
  return { kind: 'turn', holder, ...turn };
}
