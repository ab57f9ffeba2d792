/** Tells managers that PINs are guessed at in a store of theirs, until they close it or it is over. */
import { useState } from 'react';
import type { Session } from '#contract/session.ts';
import { useWords } from '#web/seller/words.ts';
import { Band } from '#web/ui/band.tsx';
import { Button } from '#web/ui/button.tsx';
import { LockIcon } from '#web/ui/icons.tsx';
import { useSessionWords } from './session-words.ts';

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
