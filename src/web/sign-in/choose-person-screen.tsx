/** Asks who uses the store's device: a name, then its PIN. */
import { Suspense, useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { readPausedPerson, setPausedPerson } from '#web/shell/session/device.ts';
import styles from '#web/shell/session/session.module.css';
import { Button } from '#web/ui/forms/button.tsx';
import { LeaveIcon } from '#web/ui/icons/icons.tsx';
import { GivePin } from './give-pin.tsx';
import { PeopleList } from './people-list.tsx';
import { SignInPicture } from './sign-in-picture.tsx';

const UnlockPin = lazyScreen(async () => (await import('./unlock-pin.tsx')).UnlockPin);
const LeaveSheet = lazyScreen(async () => (await import('#web/shell/session/leave-sheet.tsx')).LeaveSheet);

export function ChoosePersonScreen({ session }: { readonly session: Session }) {
  const t = useWords();
  const people = session.people ?? [];
  const [chosenId, setChosenId] = useState(readPausedPerson);
  const [freeing, setFreeing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const chosen = people.find(({ id }) => id === chosenId) ?? null;

  const back = () => {
    setPausedPerson(null);
    setChosenId(null);
    setFreeing(false);
  };

  return (
    <main className={styles.way}>
      <SignInPicture />
      <div className={styles.form}>
        {chosen === null ? (
          <>
            <div>
              <p className={styles.over}>{session.store && t.pin.lead(session.store.name)}</p>
              <h1 tabIndex={-1} className={styles.title}>
                {t.pin.title}
              </h1>
              {session.nameNeeded && <p className={styles.lead}>{t.pin.nameNeeded}</p>}
            </div>
            <PeopleList label={t.pin.people} people={people} onChoose={({ id }) => setChosenId(id)} />
            <Button tone="text" icon={<LeaveIcon size={18} />} onClick={() => setLeaving(true)}>
              {t.person.leave}
            </Button>
          </>
        ) : freeing ? (
          <Suspense>
            <UnlockPin
              person={chosen}
              managers={people.filter(({ role }) => role === 'store_manager')}
              onBack={() => setFreeing(false)}
            />
          </Suspense>
        ) : (
          <GivePin
            key={chosen.id}
            person={chosen}
            paused={readPausedPerson() === chosen.id}
            onBack={back}
            onFree={() => setFreeing(true)}
          />
        )}
      </div>
      <Suspense>{leaving && <LeaveSheet onStay={() => setLeaving(false)} />}</Suspense>
    </main>
  );
}
