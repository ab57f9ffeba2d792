/** The brand's tickets, the newest first, each with its state. */
import { useState } from 'react';
import type { TicketKind, TicketLine } from '#web/shell/api/tickets-api.ts';
import { useTicketList } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { askedText } from '#web/support/tickets/asked-text.ts';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { AskButtons } from './ask-buttons.tsx';
import { AskSheet } from './ask-sheet.tsx';

export function TicketsPage() {
  const t = useTicketWords();
  const b = useBrandWords();
  const { session } = useShop();
  const [, go] = useLocation();
  const [asking, setAsking] = useState<TicketKind | null>(null);
  const { data, error, again, more, readingMore } = useTicketList();
  return (
    <>
      <ScreenHead over={session.brand?.name} title={t.tickets} beside={<PersonMenu session={session} place="head" />} />
      <AskButtons onAsk={setAsking} />
      {data === undefined &&
        (error === null ? (
          <Skeleton label={b.loading} rows={3} />
        ) : (
          <Unread error={error} onAgain={() => void again()} />
        ))}
      {data?.items.length === 0 && (
        <EmptyState icon={<ChatIcon size={26} />} title={t.noTicketsBrand}>
          {t.noTicketsBrandMore}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <List label={t.tickets}>
          {data.items.map((ticket) => (
            <Line key={ticket.id} ticket={ticket} />
          ))}
        </List>
      )}
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
      {asking && <AskSheet kind={asking} onClose={() => setAsking(null)} onAsked={({ id }) => go(`/chamados/${id}`)} />}
    </>
  );
}

function Line({ ticket }: { readonly ticket: TicketLine }) {
  const t = useTicketWords();
  const language = useLanguage();
  const say = useTimeText();
  const { id, number, state, unread, version, createdAt } = ticket;
  return (
    <ListItem
      title={askedText(t, language, ticket)}
      level={2}
      meta={
        <>
          {t.numbered(number)} · {say.when(Date.parse(createdAt))}{' '}
          <Tag tone={state === 'open' ? 'warn' : state === 'answered' ? 'good' : 'plain'}>{t.states.brand[state]}</Tag>{' '}
          {version !== null && <Tag tone="quiet">{t.version(version)}</Tag>} {unread && <Tag tone="good">{t.news}</Tag>}
        </>
      }
      action={
        <ButtonLink href={`/chamados/${id}`}>
          {t.open}
          <VisuallyHidden> {t.numbered(number)}</VisuallyHidden>
        </ButtonLink>
      }
    />
  );
}
