/** The page of the day of all stores of a brand, each on its own clock; one store opens with its people. */
import { use, useEffect, useRef, useState } from 'react';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { LockedPinsCard } from '#web/sign-in/locked-pins-card.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { focusHeading } from '#web/ui/layout/focus-heading.ts';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { DayCard } from './day-card.tsx';
import { DayShares } from './day-shares.tsx';
import { DaySteps } from './day-steps.tsx';
import { dayWords, useDayWords } from './day-words.ts';
import { useDay } from './use-day.ts';

const wordsReady = dayWords.ready();

const STORES_DAY_PATH = '/dia';

/** `storeId`: the open store; null: all stores. */
export function StoresDayPage({ storeId }: { readonly storeId: string | null }) {
  use(wordsReady);
  const t = useDayWords();
  const { session } = useShop();
  const say = useTimeText();
  const [on, setOn] = useState<string | null>(null);
  const { data: day, error, again } = useDay(on, storeId);
  const all = useDay(on, null).data;
  const one = all?.stores.find(({ id }) => id === storeId);
  useArrivalAt(storeId);
  return (
    <>
      <ScreenHead
        over={session.brand?.name}
        title={one?.name ?? t.brand}
        back={
          storeId !== null && (
            <ButtonLink href={STORES_DAY_PATH} icon={<BackIcon />}>
              {t.allStores}
            </ButtonLink>
          )
        }
        beside={<PersonMenu session={session} place="head" />}
      />
      {storeId === null && <LockedPinsCard storeNames />}
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
            <DayShares
              title={t.byStore}
              order={t.ownClocks}
              shares={day.stores}
              clockOf={({ id }) => day.stores.find((store) => store.id === id) ?? day}
              action={({ id, name }) => (
                <ButtonLink href={`${STORES_DAY_PATH}/${id}`}>
                  {t.open}
                  <VisuallyHidden> {t.openStore(name)}</VisuallyHidden>
                </ButtonLink>
              )}
            />
          ) : (
            <DayShares
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

/** The pressed link disappears with its page, so that the focus moves to the heading of the new page. */
function useArrivalAt(storeId: string | null): void {
  const before = useRef(storeId);
  useEffect(() => {
    if (before.current === storeId) return;
    before.current = storeId;
    focusHeading();
    scrollTo({ top: 0 });
  }, [storeId]);
}
