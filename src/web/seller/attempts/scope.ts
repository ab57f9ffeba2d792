/** A manager looks among their own store's attempts, on its clock. */
import type { AttemptsScope } from '#web/attempts/attempts-api.ts';
import { useShop } from '#web/seller/shop.tsx';

export function useAttemptsScope(): AttemptsScope {
  const { zone, now } = useShop();
  return { brandId: null, href: '/tentativas', ofOneStore: true, zone, now };
}
