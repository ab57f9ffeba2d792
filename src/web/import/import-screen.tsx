/** The screen of one import: to be checked, under way, or at its end. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { EndedImport } from './ended-import.tsx';
import styles from './import.module.css';
import { type Import, useImport } from './import-api.ts';
import { ImportProgress } from './import-progress.tsx';
import { useImportWords } from './import-words.ts';
import { StagedImport } from './staged/staged-import.tsx';

export function ImportScreen({ id }: { readonly id: string }) {
  const t = useImportWords();
  const [isRunning, setRunning] = useState(false);
  const { data, error, again } = useImport(id, isRunning);
  // Another tab may still be waiting for the first reading of the file.
  const isUnread = data?.state === 'staged' && data.columns.length === 0;
  const isGoingOn = data?.state === 'applying' || isUnread;
  useEffect(() => setRunning(isGoingOn), [isGoingOn]);
  const body = useRef<HTMLDivElement>(null);
  useFocusOnChange(body, data?.state);
  return (
    <>
      <ScreenHead
        back={
          <ButtonLink href="/importar" icon={<BackIcon />}>
            {t.back}
          </ButtonLink>
        }
        over={data && t.kinds[data.kind]}
        title={data?.fileName ?? t.imports}
      />
      {data === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} rows={4} />
        ) : (
          <UnreadState error={error} words={t} onAgain={() => void again()} />
        )
      ) : (
        <div ref={body} className={styles.parts}>
          <ShownImport shown={data} />
        </div>
      )}
    </>
  );
}

/** Moves the focus to the heading of the new state, whose button the state before it had, so that screen readers go on there. */
function useFocusOnChange(body: RefObject<HTMLElement | null>, state: Import['state'] | undefined): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== undefined && before.current !== state) {
      body.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus();
    }
    before.current = state;
  }, [body, state]);
}

function ShownImport({ shown }: { readonly shown: Import }) {
  if (shown.state === 'staged') return <StagedImport shown={shown} />;
  if (shown.state === 'applying') return <ImportProgress shown={shown} />;
  return <EndedImport shown={shown} />;
}
