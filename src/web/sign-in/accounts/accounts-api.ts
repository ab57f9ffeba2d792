/** Reads who has an account, invites people, and makes links for new passwords, for support. */
import type { Language } from '#contract/core/common.ts';
import type { SessionList } from '#contract/sign-in/account.ts';
import type { AccountEntry, LinkMade } from '#contract/sign-in/links.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export type Entry = AccountEntry;
export type Made = LinkMade;
export type PersonSession = Shape<typeof SessionList>['items'][number];

export interface InvitationWish {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const SUPPORT_KEY = 'accounts/support';
const brandKey = (brandId: string) => `accounts/brand/${brandId}`;

export function useSupportInvitations() {
  return useRead(SUPPORT_KEY, async (signal): Promise<readonly Entry[]> => (await ask('/invitations', signal)).items);
}

export function useBrandAccounts(brandId: string) {
  return useRead(
    brandKey(brandId),
    async (signal): Promise<readonly Entry[]> => (await ask(`/brands/${brandId}/accounts`, signal)).items,
  );
}

/** Invites a manager of a brand, or a support person where `brandId` is null, and reads the list again. */
export async function invite(brandId: string | null, wish: InvitationWish): Promise<Answer<Made>> {
  const body =
    brandId === null ? { kind: 'support' as const, ...wish } : { kind: 'brand_manager' as const, brandId, ...wish };
  const answer = await call('/invitations', { method: 'POST', body });
  if (answer.kind === 'done') await reads.invalidate(brandId === null ? SUPPORT_KEY : brandKey(brandId));
  return answer;
}

export function makeResetLink(brandId: string, personId: string): Promise<Answer<Made>> {
  return call(`/brands/${brandId}/people/${personId}/reset-link`, { method: 'POST' });
}

const sessionsKey = (brandId: string, personId: string) => `accounts/sessions/${brandId}/${personId}`;

/** Reads where a person's own account is signed in. The brand can read that support looked. */
export function usePersonSessions(brandId: string, personId: string) {
  return useRead(
    sessionsKey(brandId, personId),
    async (signal): Promise<readonly PersonSession[]> =>
      (await ask(`/brands/${brandId}/people/${personId}/sessions`, signal)).items,
  );
}

/** Ends one session of the person, or all with `sessionId` null. A session that is not found had ended already. */
export async function endPersonSessions(
  brandId: string,
  personId: string,
  sessionId: string | null,
): Promise<Answer<void>> {
  const answer =
    sessionId === null
      ? await call(`/brands/${brandId}/people/${personId}/sessions`, { method: 'DELETE' })
      : await call(`/brands/${brandId}/people/${personId}/sessions/${sessionId}`, { method: 'DELETE' });
  const wasGone = sessionId !== null && answer.kind === 'refused' && answer.refusal.code === 'not_found';
  if (answer.kind === 'done' || wasGone) await reads.invalidate(sessionsKey(brandId, personId));
  return wasGone ? { kind: 'done', status: 204, body: undefined } : answer;
}
