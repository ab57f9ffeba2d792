/** The devices on which a store is signed in, each of which can be signed out. */
import { useRef, useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { when } from '#words/core/format.ts';
import styles from './stores.module.css';
import { type Store, signStoreOut, useStoreDevices } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export function DevicesList({ store }: { readonly store: Store }) {
  const t = useStoresWords();
  const { data: devices, error, again } = useStoreDevices(store.id);
  const { heading, busy, fault, asking, setAsking, signOut } = useSigningOut(store.id);
  if (devices === undefined)
    return error === null ? (
      <Skeleton label={t.loading} rows={2} />
    ) : (
      <UnreadState error={error} words={t} onAgain={() => void again()} />
    );
  return (
    <section>
      <h3 ref={heading} tabIndex={-1}>
        {t.devices}
      </h3>
      {devices.length === 0 && <p className={styles.soft}>{t.noDevices}</p>}
      <ul className={styles.lines}>
        {devices.map((each) => (
          <Device
            key={each.id}
            {...each}
            zone={store.zone}
            busy={busy === each.id}
            onSignOut={() => void signOut(each.id, t.signedOut(each.device))}
          />
        ))}
      </ul>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {devices.length > 1 && <Button onClick={() => setAsking(true)}>{t.signOutAll}</Button>}
      {asking && (
        <Sheet
          title={t.signOutAllTitle}
          onBack={() => setAsking(false)}
          actions={
            <>
              <Button wide firstFocus onClick={() => setAsking(false)}>
                {t.goBack}
              </Button>
              <Button wide busy={busy === ALL} onClick={() => void signOut(null, t.allSignedOut)}>
                {t.signOutAll}
              </Button>
            </>
          }
        >
          <p>{t.signOutAllText}</p>
        </Sheet>
      )}
    </section>
  );
}

const ALL = 'all';

function useSigningOut(storeId: string) {
  const t = useStoresWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  /** The pressed button disappears with its line, so that the focus moves to the heading. */
  const signOut = async (sessionId: string | null, done: string) => {
    setBusy(sessionId ?? ALL);
    setFault(null);
    const answer = await signStoreOut(storeId, sessionId);
    setBusy(null);
    setAsking(false);
    if (answer.kind !== 'done') return setFault(answer.kind === 'lost' ? t.unreached : sentenceOf(answer.refusal));
    showToast({ text: done });
    heading.current?.focus({ preventScroll: true });
  };
  return { heading, busy, fault, asking, setAsking, signOut };
}

interface DeviceProps {
  readonly device: string;
  readonly lastUsedAt: string;
  readonly current: boolean;
  readonly zone: string;
  readonly busy: boolean;
  readonly onSignOut: () => void;
}

/** Sessions live on the host's clock, which the demo's clock does not move, so that the device's own clock is compared. */
function Device({ device, lastUsedAt, current, zone, busy, onSignOut }: DeviceProps) {
  const t = useStoresWords();
  const language = useLanguage();
  return (
    <li className={styles.line}>
      <span>
        <b>{device}</b>
        {current && ` (${t.here})`}
        <small>{t.lastUsed(keepNumbers(when(language, Date.parse(lastUsedAt), Date.now(), zone)))}</small>
      </span>
      <Button busy={busy} onClick={onSignOut}>
        {t.signOut}
        <VisuallyHidden>{t.signOutOf(device)}</VisuallyHidden>
      </Button>
    </li>
  );
}
