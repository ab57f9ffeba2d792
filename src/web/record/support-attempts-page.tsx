/** The page on which support searches a brand's attempts, for example during a phone call: customers are masked. */
import type { ReactNode } from 'react';
import { useBrand, useBrandNow, useBrands } from '#web/shell/support/brand-queries.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { AttemptStory } from './attempt-story.tsx';
import { AttemptsList } from './attempts-list.tsx';
import { useAttemptsWords } from './attempts-words.ts';

export interface AttemptsPageProps {
  readonly slug: string;
  /** The attempt whose story is shown; null: the list. */
  readonly id: string | null;
}

export function AttemptsPage({ slug, id }: AttemptsPageProps) {
  const t = useWords();
  const brands = useBrands();
  const brandId = brands.data?.find((brand) => brand.slug === slug)?.id;
  if (brands.data === undefined)
    return brands.error === null ? (
      <Skeleton label={t.loading} rows={4} />
    ) : (
      <Unread error={brands.error} onAgain={() => void brands.again()} />
    );
  if (brandId === undefined)
    return <EmptyState title={t.notFound} action={<ButtonLink href="/suporte">{t.backToBrands}</ButtonLink>} />;
  return <BrandAttempts brandId={brandId} id={id} />;
}

function BrandAttempts({ brandId, id }: { readonly brandId: string; readonly id: string | null }) {
  const t = useWords();
  const { data, error, again } = useBrand(brandId);
  if (data) return <Page key={id} brand={data} id={id} />;
  if (error === null) return <Skeleton label={t.loading} rows={4} />;
  return <Unread error={error} onAgain={() => void again()} />;
}

function Page({ brand, id }: { readonly brand: Brand; readonly id: string | null }) {
  const a = useAttemptsWords();
  const now = useBrandNow(brand);
  const href = `/suporte/${brand.slug}/tentativas`;
  const scope = { brandId: brand.id, href, zone: brand.zone, now };
  if (id !== null) return <AttemptStory scope={scope} id={id} back={<Back href={href}>{a.attempts}</Back>} />;
  return (
    <>
      <ScreenHead
        back={<Back href={`/suporte/${brand.slug}`}>{brand.name}</Back>}
        over={brand.name}
        title={a.attempts}
      />
      <AttemptsList scope={scope} />
    </>
  );
}

function Back({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <ButtonLink href={href} icon={<BackIcon />}>
      {children}
    </ButtonLink>
  );
}
