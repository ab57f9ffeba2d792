/** One ticket of the brand's, with its thread. */
import { useEffect } from 'react';
import { UnansweredError } from '#web/api/call.ts';
import { reads } from '#web/api/use-read.ts';
import { useShop } from '#web/seller/shop.tsx';
import { TicketThread } from '#web/tickets/ticket-thread.tsx';
import { useTicketWords } from '#web/tickets/ticket-words.ts';
import { sayInTicket } from '#web/tickets/tickets-api.ts';
import { ButtonLink } from '#web/ui/button.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { BackIcon } from '#web/ui/icons.tsx';
import { EmptyState, Skeleton } from '#web/ui/states.tsx';
import { refreshTickets, useTicket } from './brand-reads.ts';
import { useBrandWords } from './brand-words.ts';
import { Unread } from './unread.tsx';

export function TicketPage({ id }: { readonly id: string }) {
  const t = useTicketWords();
  const b = useBrandWords();
  const { session, now, zone } = useShop();
  const { data, error, again } = useTicket(id);
  const count = data?.messages.length;
  // Reading it marked it read: the list and the badge follow.
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
