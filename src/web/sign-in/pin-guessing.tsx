/** Warns managers that somebody guesses PINs in one of their stores, until they close the warning or the guessing is over. */
import { useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useSessionWords } from '#web/shell/session/session-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { LockIcon } from '#web/ui/icons/icons.tsx';
import { Band } from '#web/ui/notices/band.tsx';

export function PinGuessing({ session }: { readonly session: Session }) {
  const t = useWords();
  const s = useSessionWords();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const open = session.pinGuessing?.filter(({ storeId }) => !closed.includes(storeId)) ?? [];
  return open.map(({ storeId, store, people }) => (
    <Band
      key={storeId}
      tone="warn"
      picture={<LockIcon size={22} />}
      title={s.pin.guessing(store)}
      action={<Button onClick={() => setClosed([...closed, storeId])}>{t.app.close}</Button>}
    >
      {people.length > 0 ? s.pin.guessingNames(people.join(', ')) : s.pin.guessingNameless}
    </Band>
  ));
}
