/** The list of all brands: searched by name, filtered by plan. */
import { useState } from 'react';
import { hasHoursDraft } from '#web/policy/form/hours-draft.ts';
import { matchesBrand } from '#web/shell/support/brand-match.ts';
import { useBrands } from '#web/shell/support/brand-queries.ts';
import type { BrandLine, PlanName } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Chip, Tag } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { StoreIcon } from '#web/ui/icons/more-icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import styles from './brands-page.module.css';

const PLANS: readonly PlanName[] = ['starter', 'growth', 'enterprise'];

export function BrandsPage() {
  const t = useWords();
  const brands = useBrands();
  const [typed, setTyped] = useState('');
  const [plan, setPlan] = useState<PlanName | null>(null);
  const found = (brands.data ?? []).filter(
    (brand) => matchesBrand(brand, typed) && (plan === null || brand.plan === plan),
  );

  if (brands.data?.length === 0)
    return (
      <>
        <ScreenHead title={t.brands} />
        <EmptyState
          icon={<StoreIcon size={26} />}
          title={t.firstBrandTitle}
          action={
            <ButtonLink tone="main" href="/suporte/marcas/nova">
              {t.newBrand}
            </ButtonLink>
          }
        >
          {t.firstBrandLead}
        </EmptyState>
      </>
    );

  return (
    <>
      <ScreenHead title={t.brands} beside={<ButtonLink href="/suporte/marcas/nova">{t.newBrand}</ButtonLink>} />
      <div className={styles.filters}>
        <Field
          type="search"
          label={t.search}
          hideLabel
          icon={<SearchIcon />}
          placeholder={t.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className={styles.plans}>
          <Chip on={plan === null} onToggle={() => setPlan(null)}>
            {t.allPlans}
          </Chip>
          {PLANS.map((each) => (
            <Chip key={each} on={plan === each} onToggle={() => setPlan(plan === each ? null : each)}>
              {t.plans[each]}
            </Chip>
          ))}
        </div>
      </div>
      {brands.data === undefined &&
        (brands.error === null ? (
          <Skeleton label={t.loading} rows={3} />
        ) : (
          <Unread error={brands.error} onAgain={() => void brands.again()} />
        ))}
      {brands.data && (
        <>
          <p role="status" className={styles.count}>
            {t.brandsFound(found.length)}
          </p>
          {found.length === 0 ? (
            <EmptyState icon={<StoreIcon size={26} />} title={t.noBrands} />
          ) : (
            <List label={t.brands}>
              {found.map((brand) => (
                <BrandItem key={brand.id} brand={brand} />
              ))}
            </List>
          )}
        </>
      )}
    </>
  );
}

function BrandItem({ brand }: { readonly brand: BrandLine }) {
  const t = useWords();
  return (
    <ListItem
      name={brand.name}
      title={brand.name}
      level={2}
      meta={
        <span className={styles.meta}>
          <Tag>{t.plans[brand.plan]}</Tag>
          {hasHoursDraft(brand.id) && <Tag tone="warn">{t.draft}</Tag>}
        </span>
      }
      action={
        <ButtonLink href={`/suporte/${brand.slug}`}>
          {t.open}
          <VisuallyHidden> {brand.name}</VisuallyHidden>
        </ButtonLink>
      }
    />
  );
}
