/** Gives stores their sign-in and one-time passwords, lists the devices on which a store is signed in, and signs them out. */
import { type AccountSession, listAccountSessions } from '#db/sign-in/account/account-sessions.ts';
import { hasAccount } from '#db/sign-in/missing-sign-ins.ts';
import { listStoreAccounts } from '#db/stores/store-accounts.ts';
import { insertStoreChange, type StoreChangeKind } from '#db/stores/store-changes.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { endAllSessions, endOneSession } from '#flows/sign-in/account/own-sessions.ts';
import { ONE_TIME_MS } from '#rules/sign-in/one-time-life.ts';
import { reachesStore, readStore } from './read-stores.ts';
import type { OneTimeSignIn, StoreDeps } from './store-deps.ts';

export type PasswordAnswer =
  | ({ readonly kind: 'given' } & OneTimeSignIn)
  | { readonly kind: 'not_found' | 'store_closed' | 'email_missing' | 'email_taken' };

export function isEmailTaken({ auth }: Pick<StoreDeps, 'auth'>, email: string): Promise<boolean> {
  return hasAccount(auth, email.toLowerCase());
}

/** Creates the account of a store. Returns null if another account took the e-mail meanwhile. */
export async function createSignIn(
  deps: StoreDeps,
  author: PersonActor,
  store: { readonly id: string; readonly name: string },
  email: string,
): Promise<OneTimeSignIn | null> {
  const password = deps.newPassword();
  const { brandId } = author;
  const of = { kind: 'store', brandId, storeId: store.id, personId: null } as const;
  const account = { ...of, name: store.name, email, password, mustChangePassword: true };
  if ((await deps.accounts.create(account)) === null) return null;
  await record(deps, author, store.id, 'sign_in_created');
  return { email: email.toLowerCase(), password, expiresAt: deps.hostNow() + ONE_TIME_MS };
}

/** Replaces the store's password by a one-time password; a store without a sign-in gets one under `email`. */
export async function giveStorePassword(
  deps: StoreDeps,
  author: PersonActor,
  storeId: string,
  email: string | undefined,
): Promise<PasswordAnswer> {
  const store = await readStore(deps, author, storeId, 'give_store_password');
  if (store === null) return { kind: 'not_found' };
  if (store.closedAt !== null) return { kind: 'store_closed' };
  const [account] = await listStoreAccounts(deps.auth, author.brandId, storeId);
  if (account === undefined) {
    if (email === undefined) return { kind: 'email_missing' };
    const created = await createSignIn(deps, author, store, email);
    return created === null ? { kind: 'email_taken' } : { kind: 'given', ...created };
  }
  const password = deps.newPassword();
  await deps.accounts.giveOneTimePassword(account.accountId, password);
  await record(deps, author, storeId, 'password_given');
  return { kind: 'given', email: account.email, password, expiresAt: deps.hostNow() + ONE_TIME_MS };
}

/** Lists the store's sessions, the last used first; null if the reader does not reach such a store. */
export async function listStoreSessions(
  deps: StoreDeps,
  reader: PersonActor,
  storeId: string,
): Promise<readonly AccountSession[] | null> {
  if ((await readStore(deps, reader, storeId, 'read_store_sessions')) === null) return null;
  const accounts = await listStoreAccounts(deps.auth, reader.brandId, storeId);
  const lists = accounts.map(({ accountId }) => listAccountSessions(deps.auth, accountId, deps.hostNow()));
  return (await Promise.all(lists)).flat().toSorted((a, b) => b.lastUsedAt - a.lastUsedAt);
}

/** Ends one session of the store, or all of them. Returns false if there is no such store or session in reach. */
export async function endStoreSessions(
  deps: StoreDeps,
  author: PersonActor,
  storeId: string,
  sessionId: string | null,
): Promise<boolean> {
  if (!reachesStore(author, storeId, 'end_store_sessions')) return false;
  const { brandId } = author;
  const accounts = await listStoreAccounts(deps.auth, brandId, storeId);
  if (accounts.length === 0) return false;
  if (sessionId === null) {
    for (const { accountId } of accounts) await endAllSessions(deps, { accountId, brandId });
  } else {
    const ended = accounts.map(({ accountId }) => endOneSession(deps, { accountId, brandId }, sessionId));
    if (!(await Promise.all(ended)).includes(true)) return false;
  }
  await record(deps, author, storeId, 'devices_ended');
  return true;
}

async function record(
  { db, newId, hostNow }: StoreDeps,
  { brandId, personId: by }: PersonActor,
  storeId: string,
  kind: StoreChangeKind,
): Promise<void> {
  const change = { brandId, id: newId(), storeId, at: hostNow(), by, kind, fields: [] };
  await db.inBrand(brandId, async (tx) => tx.send(insertStoreChange, change));
}
