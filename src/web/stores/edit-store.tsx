/** Edits a store, and says before saving which held contacts would move (H6). */
import { type FormEvent, useState } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { StoreDatesEditor } from './form/dates-editor.tsx';
import { FactsFields, useDraftZone } from './form/facts-fields.tsx';
import { WeekEditor } from './form/hours-editor.tsx';
import { changesOf, draftOfStore, faultsOf, wishOf } from './form/store-draft.ts';
import { useStoreForm } from './form/use-store-form.ts';
import styles from './stores.module.css';
import { changeStore, type Store, type StoreWish, tryChange } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

interface Asking {
  readonly change: Partial<StoreWish>;
  readonly moved: number;
  readonly held: number;
}

export function EditStore({ store }: { readonly store: Store }) {
  const t = useStoresWords();
  const { form, draft, faults, problem, edit, busy, asking, send, save, cancel } = useEditing(store);
  return (
    <form ref={form} className={styles.page} noValidate onSubmit={(event) => void send(event)}>
      <Card>
        <h2>{t.facts}</h2>
        <div className={styles.fields}>
          <FactsFields draft={draft} faults={faults} onEdit={edit} />
        </div>
      </Card>
      <Card>
        <h2>{t.hours}</h2>
        <p className={styles.soft}>{t.hoursLead}</p>
        <WeekEditor week={draft.week} faults={faults} onChange={(week) => edit({ week })} />
      </Card>
      <Card>
        <h2>{t.dates}</h2>
        <p className={styles.soft}>{t.datesLead}</p>
        <StoreDatesEditor
          storeId={store.id}
          dates={draft.dates}
          faults={faults}
          onChange={(dates) => edit({ dates })}
        />
      </Card>
      <div role="alert">
        {problem !== null && (
          <Band tone="warn" picture={<AttentionIcon />} title={t.notSaved}>
            {problem}
          </Band>
        )}
      </div>
      <div className={styles.actions}>
        <Button type="submit" tone="main" busy={busy}>
          {t.save}
        </Button>
      </div>
      {asking && (
        <Sheet
          title={t.movesTitle(asking.moved)}
          onBack={cancel}
          actions={
            <>
              <Button wide tone="main" firstFocus busy={busy} onClick={() => void save(asking.change)}>
                {t.movesSave}
              </Button>
              <Button wide onClick={cancel}>
                {t.goBack}
              </Button>
            </>
          }
        >
          <p>{t.movesText(asking.held)}</p>
        </Sheet>
      )}
    </form>
  );
}

/** Asks the server first what the change moves, and saves at once where it moves nothing. */
function useEditing(store: Store) {
  const t = useStoresWords();
  const { draft, faults, problem, setProblem, form, edit, show, showRefusal } = useStoreForm(draftOfStore(store));
  const { zone } = useDraftZone(draft);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);

  const save = async (change: Partial<StoreWish>) => {
    setBusy(true);
    const answer = await changeStore(store.id, change);
    setBusy(false);
    setAsking(null);
    if (answer.kind === 'lost') return setProblem(t.unreached);
    if (answer.kind === 'refused') return showRefusal(answer.refusal);
    const { moved } = answer.body;
    showToast({ text: moved > 0 ? t.savedMoves(moved) : t.saved });
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    if (show(faultsOf(draft, zone, t))) return;
    const change = changesOf(store, wishOf(draft, zone));
    if (Object.keys(change).length === 0) return showToast({ text: t.unchanged });
    setBusy(true);
    const answer = await tryChange(store.id, change);
    setBusy(false);
    if (answer.kind === 'lost') return setProblem(t.unreached);
    if (answer.kind === 'refused') return showRefusal(answer.refusal);
    const { moved, held } = answer.body;
    if (moved > 0) return setAsking({ change, moved, held });
    await save(change);
  };
  return { form, draft, faults, problem, edit, busy, asking, send, save, cancel: () => setAsking(null) };
}
