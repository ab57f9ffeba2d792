/** The day of all stores of a brand, each by its own clock; one of them opens with its people. */
import { use, useState } from 'react';
import { useSay, useShop } from '#web/seller/shop.tsx';
import { Unread } from '#web/seller/unread.tsx';
import { PersonMenu } from '#web/session/person-menu.tsx';
import { Button } from '#web/ui/button.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { BackIcon } from '#web/ui/icons.tsx';
import { VisuallyHidden } from '#web/ui/spoken.tsx';
import { Skeleton } from '#web/ui/states.tsx';
import { DayCard } from './day-card.tsx';
import { DaySteps } from './day-steps.tsx';
import { dayWords, useDayWords } from './day-words.ts';
import { Shares } from './shares.tsx';
import { useDay } from './use-day.ts';

const wordsReady = dayWords.ready();

export function StoresDayPage() {
  use(wordsReady);
  const t = useDayWords();
  const { session } = useShop();
  const say = useSay();
  const [on, setOn] = useState<string | null>(null);
  const [storeId, setStoreId] = useState<string | null>(null);
  const { data: day, error, again } = useDay(on, storeId);
  const one = storeId === null ? undefined : day?.stores[0];
  return (
    <>
      <ScreenHead
        over={session.brand?.name}
        title={one?.name ?? t.brand}
        back={
          storeId !== null && (
            <Button icon={<BackIcon />} onClick={() => setStoreId(null)}>
              {t.allStores}
            </Button>
          )
        }
        beside={<PersonMenu session={session} place="head" />}
      />
      <DaySteps on={on ?? say.today} onChange={setOn} />
      {day === undefined ? (
        error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.loading} rows={4} />
        )
      ) : (
        <>
          <DayCard day={day} isToday={on === null} more={t.sameAsSellers} />
          {storeId === null ? (
            <Shares
              title={t.byStore}
              order={t.ownClocks}
              shares={day.stores}
              clockOf={({ id }) => day.stores.find((store) => store.id === id) ?? day}
              action={({ id, name }) => (
                <Button onClick={() => setStoreId(id)}>
                  {t.open}
                  <VisuallyHidden> {t.openStore(name)}</VisuallyHidden>
                </Button>
              )}
            />
          ) : (
            <Shares
              title={t.bySeller}
              order={day.ranked ? t.byCount : t.byName}
              shares={day.sellers}
              clockOf={() => day}
            />
          )}
        </>
      )}
    </>
  );
}
