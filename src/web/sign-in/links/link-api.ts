/** Opens and accepts one-time links, and asks for and sets new passwords. */
import type { OpenedLink } from '#contract/sign-in/links.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { useRead } from '#web/shell/api/use-read.ts';

export type Opened = OpenedLink;

export function openLink(token: string): Promise<Answer<Opened>> {
  return call('/links/open', { method: 'POST', body: { token } });
}

/** `who`: the name and e-mail of the first support person; an invitation says them already. */
export function acceptLink(
  token: string,
  password: string,
  who: { readonly name: string; readonly email: string } | null,
): Promise<Answer<void>> {
  return call('/links/accept', { method: 'POST', body: { token, password, ...who } });
}

/** Reads whether links for a new password are mailed here. */
export function useResetWay() {
  return useRead('password/forgot', (signal) => ask('/password/forgot', signal));
}

export function askForReset(email: string): Promise<Answer<void>> {
  return call('/password/forgot', { method: 'POST', body: { email } });
}

export function setNewPassword(token: string, next: string): Promise<Answer<void>> {
  return call('/password/reset', { method: 'POST', body: { token, next } });
}
