/** Switches mails off by the token in the address as soon as the page is open, and then off and on as the reader asks. */
import { useCallback, useEffect, useState } from 'react';
import { call, type Refusal } from '#web/shell/api/call.ts';
import type { MailChoice } from '#web/sign-in/account/account-api.ts';

export type MailLinkState =
  | { readonly kind: 'changing' }
  /** The address has no token: the link was cut off. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost'; readonly wanted: boolean }
  | { readonly kind: 'chosen'; readonly choice: MailChoice };

/** Returns the state, and the function that chooses. The token is in the fragment; a mail program's link has it in the query. */
export function useMailLink(): readonly [MailLinkState, (wanted: boolean) => void] {
  const [state, setState] = useState<MailLinkState>({ kind: 'changing' });
  const choose = useCallback(async (wanted: boolean) => {
    const token = tokenOfAddress();
    if (token === '') return setState({ kind: 'incomplete' });
    setState({ kind: 'changing' });
    const answer = await call('/mails/choice', { method: 'PUT', body: { token, wanted } });
    if (answer.kind === 'done') setState({ kind: 'chosen', choice: answer.body });
    else setState(answer.kind === 'lost' ? { kind: 'lost', wanted } : { kind: 'refused', refusal: answer.refusal });
  }, []);
  useEffect(() => void choose(false), [choose]);
  return [state, (wanted) => void choose(wanted)];
}

function tokenOfAddress(): string {
  const { hash, search } = window.location;
  return hash.slice(1) || (new URLSearchParams(search).get('token') ?? '');
}
