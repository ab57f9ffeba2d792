/** The buttons of what a brand can ask for: quiet hours where it has none, a change or the end where it has some. */

import type { TicketKind } from '#web/shell/api/tickets-api.ts';
import { useWaitingTickets } from '#web/shell/brand/brand-reads.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow } from '#web/ui/layout/sheet.tsx';

export function AskButtons({ onAsk }: { readonly onAsk: (kind: TicketKind) => void }) {
  const t = useTicketWords();
  const { hours } = useShop();
  // The tickets are read before the sheet opens, so that nothing in the sheet moves.
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
