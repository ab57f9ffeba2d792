/** Offers notifications on this device below the held contacts, and shows whether they are on. */
import { Suspense, use, useState } from 'react';
import { useRead } from '#web/shell/api/use-read.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import styles from './push-section.module.css';
import { PushSwitch } from './push-section.tsx';
import { pushWords } from './push-words.ts';
import { PUSH_KEY } from './reminds.ts';
import { pushStanding } from './subscription.ts';

const wordsReady = pushWords.ready();

export function PushOffer() {
  return (
    <Suspense>
      <Offer />
    </Suspense>
  );
}

function Offer() {
  use(wordsReady);
  const t = pushWords.useWords();
  const { data: standing } = useRead(PUSH_KEY, pushStanding);
  const [open, setOpen] = useState(false);
  if (standing === undefined || standing === 'unsupported') return null;
  return (
    <div>
      <Button tone="text" onClick={() => setOpen(true)}>
        {standing === 'on' || standing === 'denied' ? t.title : t.turnOn}
      </Button>
      {open && (
        <Sheet
          title={t.title}
          onBack={() => setOpen(false)}
          actions={
            <Button wide firstFocus onClick={() => setOpen(false)}>
              {t.close}
            </Button>
          }
        >
          <div className={styles.section}>
            <Suspense fallback={<Skeleton label={t.loading} rows={1} />}>
              <PushSwitch />
            </Suspense>
          </div>
        </Sheet>
      )}
    </div>
  );
}
