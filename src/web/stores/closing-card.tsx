/** Closes a store for good, and lists what must be moved before. */
import { useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './stores.module.css';
import { closeStore, type Store } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export function ClosingCard({ store }: { readonly store: Store }) {
  const t = useStoresWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { people, customers, held } = store.inTheWay;
  const still = [
    ...(people > 0 ? [t.stillPeople(people)] : []),
    ...(customers > 0 ? [t.stillCustomers(customers)] : []),
    ...(held > 0 ? [t.stillHeld(held)] : []),
  ];
  const close = async () => {
    setBusy(true);
    setFault(null);
    const answer = await closeStore(store.id);
    setBusy(false);
    setAsking(false);
    if (answer.kind === 'done') return showToast({ text: t.closedNow });
    setFault(answer.kind === 'lost' ? t.unreached : sentenceOf(answer.refusal));
  };
  return (
    <Card>
      <h2>{t.closing}</h2>
      <p className={styles.soft}>{t.closingLead}</p>
      {still.length === 0 ? (
        <p>{t.nothingInTheWay}</p>
      ) : (
        <>
          <p>{t.inTheWay}</p>
          <ul>
            {still.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {still.length === 0 && (
        <div>
          <Button onClick={() => setAsking(true)}>{t.close}</Button>
        </div>
      )}
      {asking && (
        <Sheet
          title={t.closeTitle(store.name)}
          onBack={() => setAsking(false)}
          actions={
            <>
              <Button wide firstFocus onClick={() => setAsking(false)}>
                {t.keep}
              </Button>
              <Button wide busy={busy} onClick={() => void close()}>
                {t.close}
              </Button>
            </>
          }
        >
          <p>{t.closeText}</p>
        </Sheet>
      )}
    </Card>
  );
}
