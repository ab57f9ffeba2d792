/** A part of the screen that fell over, or that could not be fetched: the rest stays, and a reload brings it back. */
import type { ReactNode } from 'react';
import { useOnline } from '#web/shell/offline/online.ts';
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Boundary } from '#web/ui/notices/boundary.tsx';
import { ErrorState } from '#web/ui/notices/states.tsx';

/** `place`: the address; another one is tried anew. What was typed is kept by its own means. */
export function Standing({ place, children }: { readonly place: string; readonly children: ReactNode }) {
  const t = shellWords.useWords();
  const online = useOnline();
  return (
    <Boundary
      place={place}
      fallen={() => (
        <ErrorState
          level={1}
          title={online ? t.stumbled : t.notHere}
          // A file that could not be fetched stays missing for this page's life: only a new page asks for it again.
          action={<Button onClick={() => location.reload()}>{t.again}</Button>}
        />
      )}
    >
      {children}
    </Boundary>
  );
}
