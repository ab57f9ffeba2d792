/** A button below the held contacts that opens the sheet with the switch for notifications; nothing where the device has no push. */
import { Suspense, use, useState } from 'react';
import { useRead } from '#web/shell/api/use-read.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { PUSH_KEY } from './device-reminders.ts';
import styles from './push-section.module.css';
import { PushSwitch } from './push-section.tsx';
import { pushWords } from './push-words.ts';
import { readPushState } from './subscription.ts';

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
  const { data: pushState } = useRead(PUSH_KEY, readPushState);
  const [open, setOpen] = useState(false);
  if (pushState === undefined || pushState === 'unsupported') return null;
  return (
    <div>
      <Button tone="text" onClick={() => setOpen(true)}>
        {pushState === 'on' || pushState === 'denied' ? t.title : t.turnOn}
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
