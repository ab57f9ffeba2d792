/** The page of one brand in the console: the plan, the stores, the hours in force, the form to set them, and the history. */
import { use, useState } from 'react';
import { useAttemptsWords } from '#web/record/attempts-words.ts';
import { useIsDemo } from '#web/shell/session/is-demo.ts';
import { useBrand, useBrandNow, useBrands, useHistory } from '#web/shell/support/brand-queries.ts';
import type { Brand, HistoryItem } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { BrandAccountsCard } from '#web/sign-in/accounts/brand-accounts-card.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { BackIcon, SearchIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import styles from './brand-page.module.css';
import { Configure, configureReady } from './configure.tsx';
import { HistoryCard } from './history-card.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { PolicyStateBand } from './policy-state-band.tsx';
import { StarterCard } from './starter-card.tsx';
import { StoresCard } from './stores-card.tsx';

export function BrandPage({ slug }: { readonly slug: string }) {
  const t = useWords();
  const brands = useBrands();
  const id = brands.data?.find((brand) => brand.slug === slug)?.id;
  if (brands.data === undefined)
    return brands.error === null ? (
      <Skeleton label={t.loading} rows={4} />
    ) : (
      <Unread error={brands.error} onAgain={() => void brands.again()} />
    );
  if (id === undefined) {
    return <EmptyState title={t.notFound} action={<ButtonLink href="/suporte">{t.backToBrands}</ButtonLink>} />;
  }
  return <Loaded id={id} />;
}

function Loaded({ id }: { readonly id: string }) {
  const t = useWords();
  const brand = useBrand(id);
  const history = useHistory(id);
  if (brand.data && history.data) return <Page brand={brand.data} history={history.data} />;
  const error = brand.error ?? history.error;
  if (error === null) return <Skeleton label={t.loading} rows={4} />;
  return (
    <Unread
      error={error}
      onAgain={() => {
        void brand.again();
        void history.again();
      }}
    />
  );
}

function Page({ brand, history }: { readonly brand: Brand; readonly history: readonly HistoryItem[] }) {
  use(configureReady);
  const t = useWords();
  const a = useAttemptsWords();
  const now = useBrandNow(brand);
  const [planOpen, setPlanOpen] = useState(false);
  const newest = history.find(({ kind }) => kind === 'publish');
  const isDemo = useIsDemo();
  const openPlan = () => setPlanOpen(true);

  return (
    <>
      <ScreenHead
        back={
          <span className={styles.back}>
            <ButtonLink href="/suporte" icon={<BackIcon />}>
              {t.brands}
            </ButtonLink>
          </span>
        }
        over={
          <span className={styles.over}>
            {t.hours} <Tag>{t.plans[brand.plan]}</Tag>
          </span>
        }
        title={brand.name}
        beside={
          <span className={styles.beside}>
            <ButtonLink href={`/suporte/${brand.slug}/tentativas`} icon={<SearchIcon />}>
              {a.attempts}
            </ButtonLink>
            {/* A Starter brand's card offers the change of the plan, with the reason. */}
            {brand.plan !== 'starter' && <Button onClick={openPlan}>{t.changePlan}</Button>}
          </span>
        }
      />
      <PolicyStateBand brand={brand} history={history} now={now} />
      {brand.plan === 'starter' ? (
        <>
          <StarterCard brand={brand} onChangePlan={openPlan} />
          <div className={styles.columns}>
            <StoresCard brand={brand} now={now} />
            <HistoryCard brand={brand} history={history} now={now} />
          </div>
        </>
      ) : (
        <Configure brand={brand} history={history} now={now} />
      )}
      <BrandAccountsCard brand={brand} hasSecondFactor={!isDemo} />
      {planOpen && <PlanSheet brand={brand} hasPolicy={newest !== undefined} onClose={() => setPlanOpen(false)} />}
    </>
  );
}
