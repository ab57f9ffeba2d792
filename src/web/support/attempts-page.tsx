/** A brand's attempts as support looks them up while somebody of the brand is on the phone: customers masked. */
import type { ReactNode } from 'react';
import { AttemptStory } from '#web/attempts/attempt-story.tsx';
import { AttemptsList } from '#web/attempts/attempts-list.tsx';
import { useAttemptsWords } from '#web/attempts/attempts-words.ts';
import { ButtonLink } from '#web/ui/button.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { BackIcon } from '#web/ui/icons.tsx';
import { EmptyState, Skeleton } from '#web/ui/states.tsx';
import { useBrand, useBrandNow, useBrands } from './brand-queries.ts';
import type { Brand } from './brands-api.ts';
import { useWords } from './support-words.ts';
import { Unread } from './unread.tsx';

export interface AttemptsPageProps {
  readonly slug: string;
  /** The one to tell the story of; null: the list. */
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
  return <OfBrand brandId={brandId} id={id} />;
}

function OfBrand({ brandId, id }: { readonly brandId: string; readonly id: string | null }) {
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
