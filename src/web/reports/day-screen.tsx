/** The screen *Meu dia*, and *Dia da loja* for a store manager: both show the same record. */
import { Suspense, use, useState } from 'react';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { LockedPinsCard, NobodyLocked } from '#web/sign-in/locked-pins-card.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { DayCard } from './day-card.tsx';
import { DayShares } from './day-shares.tsx';
import { DaySteps } from './day-steps.tsx';
import { dayWords, useDayWords } from './day-words.ts';
import { useDay } from './use-day.ts';

const wordsReady = dayWords.ready();

export function DayScreen() {
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Screen />
    </Suspense>
  );
}

function Screen() {
  use(wordsReady);
  const t = useDayWords();
  const { session, person } = useShop();
  const say = useTimeText();
  const [on, setOn] = useState<string | null>(null);
  const { data: day, error, again } = useDay(on, null);
  const leads = person.role === 'store_manager';
  return (
    <>
      <ScreenHead
        over={session.store?.name ?? session.brand?.name}
        title={leads ? t.store : t.mine}
        beside={<PersonMenu session={session} place="head" />}
      />
      {leads && (
        <p>
          <ButtonLink href="/panorama">{t.panorama}</ButtonLink>
        </p>
      )}
      {session.may.includes('read_locked_pins') && <LockedPinsCard storeNames={false} />}
      <DaySteps on={on ?? say.today} onChange={setOn} />
      {day === undefined ? (
        error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.loading} rows={4} />
        )
      ) : (
        <>
          <DayCard day={day} isToday={on === null} more={leads ? t.sameAsSellers : t.sameAsManager} />
          {leads && (
            <DayShares
              title={t.bySeller}
              order={day.ranked ? t.byCount : t.byName}
              shares={day.sellers}
              clockOf={() => day}
            />
          )}
        </>
      )}
      {leads && <NobodyLocked />}
    </>
  );
}
