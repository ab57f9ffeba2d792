/** The scope of a manager's list of attempts: the manager's own store, on its clock. */

import { useShop } from '#web/shell/shop-context.tsx';
import type { AttemptsScope } from './attempts-api.ts';

export function useAttemptsScope(): AttemptsScope {
  const { zone, now } = useShop();
  return { brandId: null, href: '/tentativas', ofOneStore: true, zone, now };
}
