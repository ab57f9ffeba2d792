/** Makes the first ways in: accounts and PINs, given, or drawn to be used once and then chosen anew. */
import { randomInt } from 'node:crypto';
import type { Accounts, NewAccount } from '#flows/people/accounts.ts';
import { type PinOf, type SetPinDeps, setPin } from '#flows/sign-in/pins/set-pin.ts';
import { isWeakPin } from '#rules/sign-in/new-secret.ts';

/** What is handed to the person, once: it is kept nowhere in clear. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Good for one sign-in, which asks for a password of their own. */
  readonly oneTime: boolean;
}

interface Named {
  readonly name: string;
  readonly email: string;
  /** Left out: a one-time password is drawn. */
  readonly password?: string;
}

type Of<K extends keyof NewAccount> = Named & { readonly [P in K]: string };

/** Null where the e-mail has an account already; so with the other two. */
export function createStoreAccount(accounts: Accounts, store: Of<'brandId' | 'storeId'>): Promise<Credentials | null> {
  return create(accounts, 'store', store);
}

/** Of a manager, who then signs in away from the store too. Null also where the person has an account. */
export function createPersonAccount(
  accounts: Accounts,
  person: Of<'brandId' | 'personId'>,
): Promise<Credentials | null> {
  return create(accounts, 'person', person);
}

export function createSupportAccount(accounts: Accounts, support: Named): Promise<Credentials | null> {
  return create(accounts, 'support', support);
}

/** Draws a PIN until no colleague has it, and sets it for one use. Forgives the wrong ones before it. */
export async function giveOneTimePin(deps: SetPinDeps, of: PinOf): Promise<string> {
  for (let draws = 0; draws < 20; draws++) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (!isWeakPin(pin) && (await setPin(deps, of, pin, true))) return pin;
  }
  throw new Error('No free PIN was found in twenty draws');
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

/** Sixteen letters and digits in fours, none of which is taken for another when read out: 78 bits. */
function oneTimePassword(): string {
  const letters = Array.from({ length: 16 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';
