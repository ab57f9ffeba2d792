/** Frees a person whose PIN is locked. A manager can do so from any device, even from the device that is locked. */
import type { Tx } from '#db/core/db.ts';
import { insertPersonChange } from '#db/people/person-log.ts';
import { type Device, ownUnlockBudgetOf } from '#db/sign-in/pin-waits.ts';
import { unlockPin } from '#db/sign-in/pins.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { OpenSession } from '#db/sign-in/sessions.ts';
import type { Actor } from '#flows/people/identify-caller.ts';
import { checkPassword } from '#flows/sign-in/account/check-password.ts';
import type { SignInDeps } from '#flows/sign-in/sign-in.ts';
import { mayReach, mayUse, personRole, unlockingOf } from '#rules/people/access.ts';
import { isOneTimeOver } from '#rules/sign-in/one-time-life.ts';
import { OWN_UNLOCK_BUDGET } from '#rules/sign-in/pin-budget.ts';
import { shortestPin } from '#rules/sign-in/pin-length.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { CheckedPin, PinRefusal } from './checked-pin.ts';
import { checkNamedPin } from './named-pin.ts';
import { checkNamelessPin } from './nameless-pin.ts';
import type { PinDeps } from './pin-deps.ts';

export type UnlockDeps = PinDeps & SignInDeps & { readonly newId: () => string };

/**
 * The right to free: as the person who has the turn, by a manager's PIN typed on the device, or, for a manager, by the
 * store's password and the own PIN.
 */
export type UnlockRight =
  | { readonly by: 'actor'; readonly actor: Actor | null }
  | { readonly by: 'manager_pin'; readonly managerPin: string; readonly managerId: string | null }
  | { readonly by: 'store_password'; readonly password: string; readonly pin: string };

export type UnlockAnswer =
  | { readonly kind: 'freed' }
  | PinRefusal
  | { readonly kind: 'turn_needed' | 'forbidden' | 'wrong_credentials' | 'one_time_pin_expired' }
  | { readonly kind: 'new_pin_needed'; readonly shortest: number }
  | { readonly kind: 'too_many_requests'; readonly nextAt: Instant };

/**
 * Frees a person. A seller is freed by a manager of the store or of the brand; a manager by the brand manager, or by
 * himself or herself with the store's password. No turn begins. Freeing a person who is not locked changes nothing.
 */
export async function unlockPerson(
  deps: UnlockDeps,
  session: OpenSession,
  personId: string,
  right: UnlockRight,
): Promise<UnlockAnswer> {
  const { brandId, storeId, deviceKey } = session;
  if (brandId === null) return { kind: 'forbidden' };
  const [person] = await deps.db.read(brandId, (db) => db.run(findPersonOfBrand, { brandId, personId }));
  if (!person || person.storeId === null) return { kind: 'not_found' };

  if (right.by === 'actor') {
    if (!right.actor) return { kind: 'turn_needed' };
    if (!mayUnlock(right.actor, person)) return { kind: 'forbidden' };
    return free(deps, brandId, personId, right.actor);
  }

  if (storeId === null) return { kind: 'forbidden' };
  if (storeId !== person.storeId) return { kind: 'not_found' };
  const device = { brandId, storeId, deviceKey };
  if (right.by === 'manager_pin') {
    if (!mayUse(unlockingOf(personRole(person.role)), 'store_manager')) return { kind: 'forbidden' };
    const checked = await checkManagerPin(deps, device, right);
    const shortest = shortestPin('store_manager', deps.demo);
    if (checked.kind === 'right' && right.managerPin.length < shortest) {
      await deps.db.inBrand(brandId, (tx) => checked.forgetThis(tx));
      return { kind: 'new_pin_needed', shortest };
    }
    return freeByPin(deps, device, personId, checked);
  }
  if (unlockingOf(personRole(person.role)) !== 'unlock_manager') return { kind: 'forbidden' };
  const refusal = await checkStorePassword(deps, session, right.password);
  if (refusal) return refusal;
  const own = await checkNamelessPin(deps, device, right.pin, {
    accepted: (holder) => holder.personId === personId,
    budget: { of: ownUnlockBudgetOf(device, personId), limit: OWN_UNLOCK_BUDGET },
  });
  // This budget belongs to the person already, so choosing a name would not help.
  if (own.kind === 'name_needed') return { kind: 'pin_slow', nextAt: own.nextAt };
  return freeByPin(deps, device, personId, own);
}

function mayUnlock(actor: Actor, person: { readonly role: string; readonly storeId: string | null }): boolean {
  if (actor.kind === 'support') return false;
  return mayReach(unlockingOf(personRole(person.role)), actor, { personId: null, storeId: person.storeId });
}

async function free(deps: UnlockDeps, brandId: string, personId: string, actor: Actor): Promise<UnlockAnswer> {
  const by = actor.kind === 'person' ? actor.personId : null;
  await deps.db.inBrand(brandId, async (tx) => writeUnlock(deps, tx, { brandId, personId, by }));
  return { kind: 'freed' };
}

function writeUnlock(
  { newId, hostNow }: UnlockDeps,
  tx: Tx,
  { brandId, personId, by }: { readonly brandId: string; readonly personId: string; readonly by: string | null },
): void {
  unlockPin(tx, { brandId, personId });
  tx.send(insertPersonChange, { brandId, id: newId(), personId, by, at: hostNow(), kind: 'unlocked', fields: [] });
}

/** Checks a manager's PIN: with the manager's name like every PIN with a name, without it like every PIN without a name. */
async function checkManagerPin(
  deps: UnlockDeps,
  device: Device,
  { managerPin, managerId }: Extract<UnlockRight, { by: 'manager_pin' }>,
): Promise<CheckedPin | UnlockAnswer> {
  if (managerId === null) {
    return checkNamelessPin(deps, device, managerPin, {
      accepted: ({ role, active }) => active && mayUse('unlock_seller', personRole(role)),
    });
  }
  const { brandId } = device;
  const [manager] = await deps.db.read(brandId, (db) => db.run(findPersonOfBrand, { brandId, personId: managerId }));
  if (manager?.storeId !== device.storeId) return { kind: 'not_found' };
  if (!mayUse('unlock_seller', personRole(manager.role)) || !manager.active) return { kind: 'forbidden' };
  return checkNamedPin(deps, device, managerId, managerPin);
}

async function freeByPin(
  deps: UnlockDeps,
  device: Device,
  personId: string,
  checked: CheckedPin | UnlockAnswer,
): Promise<UnlockAnswer> {
  if (checked.kind !== 'right') return checked;
  const { oneTime, setAt } = checked.holder;
  if (oneTime && isOneTimeOver(setAt, deps.hostNow())) {
    await deps.db.inBrand(device.brandId, (tx) => checked.forgetThis(tx));
    return { kind: 'one_time_pin_expired' };
  }
  const freesOther = checked.holder.personId !== personId;
  if (freesOther && checked.lock) return { kind: 'pin_locked', lock: checked.lock };
  await deps.db.inBrand(device.brandId, async (tx) => {
    await checked.forgetAll(tx);
    writeUnlock(deps, tx, { brandId: device.brandId, personId, by: checked.holder.personId });
  });
  return { kind: 'freed' };
}

async function checkStorePassword(
  deps: UnlockDeps,
  session: OpenSession,
  password: string,
): Promise<UnlockAnswer | null> {
  const checked = await checkPassword(deps, session, password);
  if (checked.kind === 'right') return null;
  return checked.kind === 'wrong_password' ? { kind: 'wrong_credentials' } : checked;
}
