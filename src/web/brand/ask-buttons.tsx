/** What a brand can ask for as it stands: hours where there are none, others or none where there are. */
import { useShop } from '#web/seller/shop.tsx';
import { useTicketWords } from '#web/tickets/ticket-words.ts';
import type { TicketKind } from '#web/tickets/tickets-api.ts';
import { Button } from '#web/ui/button.tsx';
import { ActionRow } from '#web/ui/sheet.tsx';
import { useWaitingTickets } from './brand-reads.ts';

export function AskButtons({ onAsk }: { readonly onAsk: (kind: TicketKind) => void }) {
  const t = useTicketWords();
  const { hours } = useShop();
  // Read before the sheet opens, so that nothing in it moves under a hand.
  useWaitingTickets();
  if (hours.reason === 'no_plan') return null;
  const kinds: readonly TicketKind[] =
    hours.active || hours.reason === 'not_yet' ? ['change', 'deactivate'] : ['activate'];
  return (
    <ActionRow>
      {kinds.map((kind) => (
        <Button key={kind} onClick={() => onAsk(kind)}>
          {t.ask[kind]}
        </Button>
      ))}
    </ActionRow>
  );
}
