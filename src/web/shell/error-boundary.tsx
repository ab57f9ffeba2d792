/** Catches the error of a part of the screen that crashed or could not be loaded: the other parts stay, and a button reloads the page. */
import type { ReactNode } from 'react';
import { useOnline } from '#web/shell/offline/online.ts';
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Boundary } from '#web/ui/notices/boundary.tsx';
import { ErrorState } from '#web/ui/notices/states.tsx';

/** `place` is the address: a change of it renders the part again. Drafts are kept elsewhere and survive. */
export function ScreenBoundary({ place, children }: { readonly place: string; readonly children: ReactNode }) {
  const t = shellWords.useWords();
  const online = useOnline();
  return (
    <Boundary
      place={place}
      renderError={() => (
        <ErrorState
          level={1}
          title={online ? t.stumbled : t.notHere}
          // A file that could not be loaded stays missing in this page: only a reload asks for it again.
          action={<Button onClick={() => location.reload()}>{t.again}</Button>}
        />
      )}
    >
      {children}
    </Boundary>
  );
}
