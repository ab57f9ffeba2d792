/** Creates accounts and PINs, with a given password or with a random one that is valid for one sign-in. */
import { randomInt } from 'node:crypto';
import type { Accounts, NewAccount } from '#flows/people/accounts.ts';
import { hashSlots } from '#flows/sign-in/hash-slots.ts';
import { giveOneTimePins } from '#flows/sign-in/pins/one-time-pins.ts';
import type { PinOf, SetPinDeps } from '#flows/sign-in/pins/set-pin.ts';

/** The credentials that are shown once to their owner and stored nowhere in clear. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** True: the password is valid for one sign-in, at which the person must choose another. */
  readonly oneTime: boolean;
}

interface Named {
  readonly name: string;
  readonly email: string;
  /** If left out, a random one-time password is used. */
  readonly password?: string;
}

type Of<K extends keyof NewAccount> = Named & { readonly [P in K]: string };

/** Creates an account of a store. Returns null if the e-mail has an account already, as the next two functions do. */
export function createStoreAccount(accounts: Accounts, store: Of<'brandId' | 'storeId'>): Promise<Credentials | null> {
  return create(accounts, 'store', store);
}

/** Creates an account of a manager, for a sign-in away from the store. Returns null also if the person has an account. */
export function createPersonAccount(
  accounts: Accounts,
  person: Of<'brandId' | 'personId'>,
): Promise<Credentials | null> {
  return create(accounts, 'person', person);
}

export function createSupportAccount(accounts: Accounts, support: Named): Promise<Credentials | null> {
  return create(accounts, 'support', support);
}

/** Replaces the password of an account by a random one-time password. */
export async function giveOneTimePassword(
  accounts: Accounts,
  { accountId, email }: { readonly accountId: string; readonly email: string },
): Promise<Credentials> {
  const password = oneTimePassword();
  await accounts.giveOneTimePassword(accountId, password);
  return { email, password, oneTime: true };
}

/** Gives a person a one-time PIN and deletes the locks of the PIN before. */
export async function giveOneTimePin(deps: SetPinDeps, { personId, ...store }: PinOf): Promise<string> {
  const answer = await giveOneTimePins({ ...deps, hashing: hashSlots(), drawPin }, store, [personId], async () => null);
  const pin = answer.kind === 'given' ? answer.pins.get(personId) : undefined;
  if (pin === undefined) throw new Error('The PIN was not given: too many PINs are being hashed');
  return pin;
}

/** Returns six random digits. */
export function drawPin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

async function create(
  accounts: Accounts,
  kind: NewAccount['kind'],
  { name, email, password, ...of }: Named & Partial<Pick<NewAccount, 'brandId' | 'storeId' | 'personId'>>,
): Promise<Credentials | null> {
  const oneTime = password === undefined;
  const given = password ?? oneTimePassword();
  const id = await accounts.create({
    brandId: null,
    storeId: null,
    personId: null,
    ...of,
    kind,
    name,
    email,
    password: given,
    mustChangePassword: oneTime,
  });
  return id === null ? null : { email: email.toLowerCase(), password: given, oneTime };
}

/** Draws a one-time password: sixteen letters and digits in groups of four, without those that are easily confused: 78 bits. */
export function oneTimePassword(): string {
  const letters = Array.from({ length: 16 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';
