/** The Panorama: what happened to attempts in a period, for the brand or a store. Each figure opens its list. */
import { lazy, type ReactNode, Suspense, use } from 'react';
import { useAddressFilter } from '#web/shell/address-filter/address-filter.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { BarsIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { EveningsCard } from './evenings-card.tsx';
import { FiguresCard } from './figures-card.tsx';
import { HoursCard } from './hours-card.tsx';
import styles from './panorama.module.css';
import { CHOICES, PANORAMA_PATH, type PanoramaFilter, USUAL } from './panorama-filter.ts';
import { panoramaWords, usePanoramaWords } from './panorama-words.ts';
import { PeriodForm } from './period-form.tsx';
import { ReportNav } from './report-nav.tsx';
import { SharesTable } from './shares-table.tsx';
import { usePanorama } from './use-panorama.ts';
import { WeekCard } from './week-card.tsx';

const WeekSummaryCard = lazy(async () => ({
  default: (await import('#web/reports/week/week-summary-card.tsx')).WeekSummaryCard,
}));

const wordsReady = panoramaWords.ready();

/** `first`: what the app shows above the figures, such as the silence of each zone now. */
export function PanoramaScreen({ first }: { readonly first: ReactNode }) {
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Screen first={first} />
    </Suspense>
  );
}

function Screen({ first }: { readonly first: ReactNode }) {
  use(wordsReady);
  const t = usePanoramaWords();
  const { session } = useShop();
  const [filter, change] = useAddressFilter<PanoramaFilter>(PANORAMA_PATH, USUAL, CHOICES);
  const { data, error, again } = usePanorama(filter);
  return (
    <>
      <ScreenHead
        over={session.store?.name ?? session.brand?.name}
        title={t.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      {first}
      <ReportNav at="" filter={filter} />
      <PeriodForm filter={filter} onChange={change} shown={data ?? null} />
      {data === undefined ? (
        error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.loading} rows={6} />
        )
      ) : data.figures.attempts === 0 && data.figures.sent === 0 && data.figures.putOff === 0 ? (
        <EmptyState icon={<BarsIcon size={26} />} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <div className={styles.cards}>
          <FiguresCard panorama={data} filter={filter} />
          <Suspense>{filter.pessoa === '' && <WeekSummaryCard storeId={filter.loja} />}</Suspense>
          <HoursCard panorama={data} filter={filter} />
          <WeekCard panorama={data} />
          <EveningsCard panorama={data} />
          <div className={styles.whole}>
            <SharesTable panorama={data} filter={filter} onChange={change} />
          </div>
        </div>
      )}
    </>
  );
}
