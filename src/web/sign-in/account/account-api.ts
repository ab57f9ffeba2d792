/** Reads the account that is signed in, changes its password and ends its sessions. */
import type { OwnAccount, SessionList } from '#contract/sign-in/account.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export type MailChoice = Shape<typeof OwnAccount>['mails'][number];
export type AccountSession = Shape<typeof SessionList>['items'][number];

interface AccountAndSessions {
  readonly account: Shape<typeof OwnAccount>;
  readonly sessions: readonly AccountSession[];
}

/** The key is under the customers' key: locking and signing out drop the account from memory. */
const KEY = `${keys.customers}/own-account`;

export function useOwnAccount() {
  return useRead<AccountAndSessions>(KEY, async (signal) => {
    const [account, { items }] = await Promise.all([ask('/account', signal), ask('/sessions', signal)]);
    return { account, sessions: items };
  });
}

export async function changePassword(current: string, next: string): Promise<Answer<void>> {
  const answer = await call('/password', { method: 'POST', body: { current, next } });
  if (answer.kind === 'done') await reads.invalidate(KEY);
  return answer;
}

/** Switches a kind of mails to the account's user on or off. */
export async function chooseMail(choice: MailChoice): Promise<Answer<void>> {
  const answer = await call('/account/mails', { method: 'PUT', body: choice });
  if (answer.kind === 'done') await reads.invalidate(KEY);
  return answer;
}

export async function endSession(id: string): Promise<Answer<void>> {
  return reread(await call(`/sessions/${id}`, { method: 'DELETE' }));
}

export async function endOtherSessions(): Promise<Answer<void>> {
  return reread(await call('/sessions?except=current', { method: 'DELETE' }));
}

/** A session that is not found had ended already, so that its list is outdated. */
async function reread(answer: Answer<void>): Promise<Answer<void>> {
  const wasGone = answer.kind === 'refused' && answer.refusal.code === 'not_found';
  if (answer.kind === 'done' || wasGone) await reads.invalidate(KEY);
  return wasGone ? { kind: 'done', status: 204, body: undefined } : answer;
}

export function closeWrongPasswords(): Promise<Answer<void>> {
  return call('/account/wrong-passwords', { method: 'DELETE' });
}
