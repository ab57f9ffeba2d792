/** Reads the token from the address and asks the server what the link is for. */
import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '#web/shell/api/call.ts';
import { type Opened, openLink } from './link-api.ts';

export type LinkState =
  | { readonly kind: 'opening' }
  /** The address has no token: the link was cut off. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost' }
  | { readonly kind: 'opened'; readonly token: string; readonly link: Opened };

/**
 * Returns the state of the link, and the function that asks again. The token is in the fragment of the address, which
 * reaches the server only in the body of a request. Another link in the same tab changes only the fragment.
 */
export function useOpenedLink(): readonly [LinkState, () => void] {
  const [token, setToken] = useState(tokenOfAddress);
  const [state, setState] = useState<LinkState>({ kind: 'opening' });
  const open = useCallback(async () => {
    if (token === '') return setState({ kind: 'incomplete' });
    setState({ kind: 'opening' });
    const answer = await openLink(token);
    if (answer.kind === 'done') setState({ kind: 'opened', token, link: answer.body });
    else setState(answer.kind === 'lost' ? { kind: 'lost' } : { kind: 'refused', refusal: answer.refusal });
  }, [token]);
  useEffect(() => void open(), [open]);
  useEffect(() => {
    const follow = () => setToken(tokenOfAddress());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return [state, () => void open()];
}

function tokenOfAddress(): string {
  return window.location.hash.slice(1);
}
