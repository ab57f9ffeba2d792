/** The Panorama of a brand, with the silence of each zone now, and the reports beside it. */
import { ZonesCard } from '#web/policy/brand/zones-card.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { PanoramaPages } from './panorama-pages.tsx';

export function PanoramaPage({ list }: { readonly list: string }) {
  const { hours } = useShop();
  return <PanoramaPages list={list} state={hours.active && <ZonesCard hours={hours} />} />;
}
