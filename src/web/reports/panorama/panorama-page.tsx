/** The Panorama of a brand, with the silence of each zone now. */
import { ZonesCard } from '#web/policy/brand/zones-card.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { PanoramaScreen } from './panorama-screen.tsx';

export function PanoramaPage() {
  const { hours } = useShop();
  return <PanoramaScreen state={hours.active && <ZonesCard hours={hours} />} />;
}
