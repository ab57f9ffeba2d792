/** The first page of a brand: what its setup still lacks, PINs to free, the silence of each zone now, and the Panorama. */
import { SetupCard } from '#web/policy/brand/setup-card.tsx';
import { ZonesCard } from '#web/policy/brand/zones-card.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { LockedPinsCard } from '#web/sign-in/locked-pins-card.tsx';
import { PanoramaPages } from './panorama-pages.tsx';

export function PanoramaPage({ list }: { readonly list: string }) {
  const { hours } = useShop();
  const first = (
    <>
      <LockedPinsCard storeNames />
      {hours.reason !== 'no_plan' && <SetupCard />}
      {hours.active && <ZonesCard hours={hours} />}
    </>
  );
  return <PanoramaPages list={list} first={first} />;
}
