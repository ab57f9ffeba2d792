/** The silence began while this was being written: what would be sent is then left ready instead, and the text stays. */
import { useState } from 'react';
import { useShop } from '#web/seller/shop.tsx';

/** `sends`: it could be sent from here; the silence counts from then on. */
export function useTurned(sends: boolean): boolean {
  const { silence } = useShop();
  const [wasOpen, setWasOpen] = useState(false);
  if (sends && silence.quiet === false && !wasOpen) setWasOpen(true);
  if (!sends && wasOpen) setWasOpen(false);
  return sends && wasOpen && silence.quiet === true;
}
