/** An import at its end: what was written, the first sign-ins of new stores and people, and the undo. */
import { useState } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { when as whenOf } from '#words/core/format.ts';
import { RefusedRows } from './finding-list.tsx';
import { FirstSignIns } from './first-sign-ins.tsx';
import styles from './import.module.css';
import { type Import, undoImport } from './import-api.ts';
import { ImportCounts } from './import-counts.tsx';
import { useImportWords } from './import-words.ts';
import { useWork } from './use-work.ts';

export function EndedImport({ shown }: { readonly shown: Import }) {
  const t = useImportWords();
  const { state, kind, counts, failure } = shown;
  const titles = { applied: t.appliedTitle, failed: t.failedTitle, undone: t.undoneTitle } as const;
  const needsSignIns = state === 'applied' && bringsSignIns(shown);
  return (
    <>
      <Card>
        <div className={styles.stack} role="status">
          <h2 tabIndex={-1}>{titles[state as keyof typeof titles]}</h2>
          {failure !== null && <p>{failure}</p>}
          {state === 'undone' && <p>{t.undoneLead}</p>}
          {state === 'undone' && kind === 'customers' && <p>{t.undoneStops}</p>}
          {state === 'applied' && shown.interrupted && <p>{t.undoStopped}</p>}
          {state === 'applied' && <ImportCounts counts={counts} />}
        </div>
        <div className={styles.row}>
          <ButtonLink href="/importar">{t.otherFile}</ButtonLink>
        </div>
      </Card>
      {needsSignIns && <FirstSignIns />}
      {state === 'applied' && <RefusedRows shown={shown} />}
      {shown.undoUntil !== null && <Undo shown={shown} until={Date.parse(shown.undoUntil)} />}
    </>
  );
}

/** Whether the import brings stores or people, who need a password or a PIN. */
function bringsSignIns({ kind }: Import): boolean {
  return kind === 'stores' || kind === 'sellers';
}

function Undo({ shown, until }: { readonly shown: Import; readonly until: number }) {
  const t = useImportWords();
  const language = useLanguage();
  const { zone } = useShop();
  const [isAsking, setAsking] = useState(false);
  const { busy, fault, run } = useWork();
  const undo = async () => {
    await run(undoImport(shown.id));
    setAsking(false);
  };
  return (
    <Card>
      <div className={styles.stack}>
        <p className={styles.soft}>{t.undoUntil(whenOf(language, until, serverNow(), zone))}</p>
        <div className={styles.row}>
          <Button onClick={() => setAsking(true)}>{t.undo}</Button>
        </div>
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      </div>
      {isAsking && (
        <Sheet
          title={t.undoTitle}
          onBack={() => setAsking(false)}
          actions={
            <ActionRow>
              <Button tone="main" firstFocus onClick={() => setAsking(false)}>
                {t.keep}
              </Button>
              <Button busy={busy} onClick={() => void undo()}>
                {t.undoNow}
              </Button>
            </ActionRow>
          }
        >
          <p>{t.undoText}</p>
          {bringsSignIns(shown) && <p>{t.undoSignIns}</p>}
        </Sheet>
      )}
    </Card>
  );
}
