/** The page of one store: its data, opening hours and dates, its sign-in, its history, and closing it for good. */
import { HistoryCard } from '#web/shell/history/history-card.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { when } from '#words/core/format.ts';
import { ClosingCard } from './closing-card.tsx';
import { EditStore } from './edit-store.tsx';
import { SignInCard } from './sign-in-card.tsx';
import styles from './stores.module.css';
import { useStore } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export interface StorePageProps {
  readonly id: string;
  /** The screen before, and whether the reader may close the store: only the brand's manager may. */
  readonly back: { readonly href: string; readonly label: string };
  readonly mayClose: boolean;
}

export function StorePage({ id, back, mayClose }: StorePageProps) {
  const t = useStoresWords();
  const { data: store, error, again } = useStore(id);
  return (
    <div className={styles.page}>
      <ScreenHead
        back={
          <ButtonLink href={back.href} icon={<BackIcon />}>
            {back.label}
          </ButtonLink>
        }
        over={store?.code}
        title={store?.name ?? t.store}
      />
      {store === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} rows={6} />
        ) : (
          <UnreadState error={error} words={t} onAgain={() => void again()} />
        )
      ) : (
        <>
          {store.closedAt === null ? (
            <>
              <EditStore key={store.id} store={store} />
              <SignInCard store={store} />
              {mayClose && <ClosingCard store={store} />}
            </>
          ) : (
            <ClosedBand closedAt={store.closedAt} />
          )}
          <HistoryCard title={t.changes} changes={store.changes} kinds={t.kinds} fieldNames={t.fields} byWhom={t.by} />
        </>
      )}
    </div>
  );
}

function ClosedBand({ closedAt }: { readonly closedAt: string }) {
  const t = useStoresWords();
  const language = useLanguage();
  const { zone } = useShop();
  return <Band title={t.closedOn(when(language, Date.parse(closedAt), Date.now(), zone))}>{t.closingLead}</Band>;
}
