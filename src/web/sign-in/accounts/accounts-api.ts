/** Reads who has an account, invites people, and makes links for new passwords, for support. */
import type { Language } from '#contract/core/common.ts';
import type { AccountEntry, LinkMade } from '#contract/sign-in/links.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export type Entry = AccountEntry;
export type Made = LinkMade;

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
