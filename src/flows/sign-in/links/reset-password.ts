/** Resets passwords by one-time links: asked for by the account's user, or made by support for a brand's person. */
import type { Language } from '#contract/core/common.ts';
import { deleteSubscription } from '#db/push/push-subscriptions.ts';
import { findAccountByEmail, findPersonAccount } from '#db/sign-in/links/invited-accounts.ts';
import { replacePasswordByLink } from '#db/sign-in/links/links.ts';
import { takeTries } from '#db/sign-in/throttles.ts';
import { isRefusedPassword } from '#flows/sign-in/new-password.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { LinkDeps, MakeLinkDeps } from './link-deps.ts';
import { resetMeters } from './link-meters.ts';
import { type MadeLink, makeLink } from './make-link.ts';
import { type LinkCaller, type OpenedLink, openLink } from './open-link.ts';
import { type SentLink, sendLink } from './send-link.ts';

export interface ForgottenPassword {
  readonly email: string;
  readonly network: string;
  readonly language: Language;
  /** Whether accounts of a kind sign in at the address that was asked; others are treated like missing ones. */
  readonly admits: (kind: AccountKind) => boolean;
}

/**
 * Mails a reset link where the e-mail has an account. Runs after the request was answered, so that neither the answer
 * nor its time says who has an account. Does nothing beyond the limits, without a mail server, and in the demo.
 */
export async function mailReset(
  deps: LinkDeps,
  { network, language, admits, ...of }: ForgottenPassword,
): Promise<void> {
  const { auth, mailer, demo, hostNow, meterKey } = deps;
  if (demo || mailer === null) return;
  const email = of.email.toLowerCase();
  const tries = await takeTries(auth, resetMeters(meterKey, email, network), hostNow());
  if (!tries.taken) return;
  const account = await findAccountByEmail(auth, email);
  if (account === null || !admits(account.kind)) return;
  const { url } = await makeResetLink(deps, account, null);
  await mailer.send({ to: account.email, ...deps.mails.reset(language, { name: account.name, url }) });
}

export type ResetLinkAnswer =
  | (SentLink & { readonly name: string })
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_in_demo' };

/** Makes a reset link for the account of a brand's person. `supportId` names the support person who asks. */
export async function sendResetLink(
  deps: LinkDeps,
  { brandId, personId, supportId, language }: PersonReset,
): Promise<ResetLinkAnswer> {
  if (deps.demo) return { kind: 'not_in_demo' };
  const account = await findPersonAccount(deps.auth, brandId, personId);
  if (account === null) return { kind: 'not_found' };
  const link = await makeResetLink(deps, { ...account, kind: 'person' }, supportId);
  const mail = deps.mails.reset(language, { name: account.name, url: link.url });
  return { ...(await sendLink(deps.mailer, link, { to: account.email, ...mail })), name: account.name };
}

export interface PersonReset {
  readonly brandId: string;
  readonly personId: string;
  readonly supportId: string;
  readonly language: Language;
}

/** Makes a reset link for any account; the earlier one of the account is no longer valid. */
export function makeResetLink(
  deps: MakeLinkDeps,
  { id: accountId, kind }: { readonly id: string; readonly kind: AccountKind },
  createdBy: string | null,
): Promise<MadeLink> {
  return makeLink(deps, { purpose: 'reset', kind, accountId, createdBy });
}

export type ResetAnswer =
  | { readonly kind: 'reset'; readonly accountId: string }
  | Exclude<OpenedLink, { kind: 'link' }>
  | { readonly kind: 'password_weak' };

/** How long a request waits that finds all hash slots and their queue taken. */
const BUSY_MS = 1_000;

/** Sets a new password by a reset link, and ends all sessions of the account with the notifications on their devices. */
export async function resetPassword(deps: LinkDeps, caller: LinkCaller, password: string): Promise<ResetAnswer> {
  const opened = await openLink(deps, caller);
  if (opened.kind !== 'link') return opened;
  const { id, accountId, email, brandId } = opened.link;
  if (accountId === null) return { kind: 'link_over' };
  if (await isRefusedPassword(deps, password, email ?? '')) return { kind: 'password_weak' };
  const hash = await deps.hashing.run(() => deps.accounts.hash(password));
  if (hash === 'busy') return { kind: 'too_many_requests', nextAt: deps.hostNow() + BUSY_MS };
  const deviceKeys = await replacePasswordByLink(deps.auth, id, accountId, hash, deps.hostNow());
  if (deviceKeys === null) return { kind: 'link_over' };
  await endNotifications(deps, brandId, deviceKeys);
  return { kind: 'reset', accountId };
}

async function endNotifications(
  { db }: LinkDeps,
  brandId: string | null,
  deviceKeys: readonly string[],
): Promise<void> {
  if (brandId === null || deviceKeys.length === 0) return;
  await db.inBrand(brandId, async (tx) => {
    for (const deviceKey of deviceKeys) tx.send(deleteSubscription, { brandId, deviceKey, personId: null });
  });
}
