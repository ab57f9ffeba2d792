/** The page of one ticket of the brand, with its messages. */
import { useEffect } from 'react';
import { UnansweredError } from '#web/shell/api/call.ts';
import { sayInTicket } from '#web/shell/api/tickets-api.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { refreshTickets, useTicket } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { TicketThread } from '#web/support/tickets/ticket-thread.tsx';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';

export function TicketPage({ id }: { readonly id: string }) {
  const t = useTicketWords();
  const b = useBrandWords();
  const { session, now, zone } = useShop();
  const { data, error, again } = useTicket(id);
  const count = data?.messages.length;
  // Opening the ticket marked it as read: the list and the badge are read again.
  useEffect(() => {
    if (count !== undefined) {
      void reads.invalidate('brand/tickets/news');
      void reads.invalidate('brand/tickets/list');
    }
  }, [count]);
  const back = (
    <ButtonLink href="/chamados" icon={<BackIcon />}>
      {t.back}
    </ButtonLink>
  );
  if (data === undefined) {
    if (error === null) return <Skeleton label={b.loading} rows={4} />;
    if (error instanceof UnansweredError && error.refusal?.code === 'not_found')
      return <EmptyState title={t.gone} action={back} />;
    return <Unread error={error} onAgain={() => void again()} />;
  }
  return (
    <>
      <ScreenHead back={back} over={session.brand?.name} title={t.numbered(data.number)} />
      <TicketThread
        ticket={data}
        side="brand"
        now={now}
        zone={zone}
        onSay={async (text) => {
          const answer = await sayInTicket(id, text, false);
          if (answer.kind === 'done') await refreshTickets();
          return answer;
        }}
      />
    </>
  );
}
