/** What the brands ask for: who waits longest stands first. */
import { useState } from 'react';
import { useLanguage } from '#web/settings/language.ts';
import { consoleNow, consoleZone } from '#web/support/brand-queries.ts';
import { useWords } from '#web/support/support-words.ts';
import { Unread } from '#web/support/unread.tsx';
import { askedText } from '#web/tickets/asked-text.ts';
import { useTicketWords } from '#web/tickets/ticket-words.ts';
import type { TicketLine, TicketState } from '#web/tickets/tickets-api.ts';
import { Button, ButtonLink } from '#web/ui/button.tsx';
import { Choices, Tag } from '#web/ui/chip.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { ChatIcon } from '#web/ui/icons.tsx';
import { List, ListItem } from '#web/ui/list.tsx';
import { VisuallyHidden } from '#web/ui/spoken.tsx';
import { EmptyState, Skeleton } from '#web/ui/states.tsx';
import { dateOn, daysAway, timeOn } from '#words/format.ts';
import { useQueue } from './ticket-queries.ts';

const STATES: readonly TicketState[] = ['open', 'answered', 'closed'];

export function TicketsPage() {
  const t = useTicketWords();
  const [state, setState] = useState<TicketState>('open');
  return (
    <>
      <ScreenHead title={t.tickets} />
      <Choices
        hideLegend
        legend={t.filter}
        value={state}
        onChange={setState}
        choices={STATES.map((value) => ({ value, label: t.filters[value] }))}
      />
      <Queue key={state} state={state} />
    </>
  );
}

function Queue({ state }: { readonly state: TicketState }) {
  const t = useTicketWords();
  const s = useWords();
  const { data, error, again, more, readingMore } = useQueue(state);
  if (data === undefined)
    return error === null ? (
      <Skeleton label={s.loading} rows={3} />
    ) : (
      <Unread error={error} onAgain={() => void again()} />
    );
  if (data.items.length === 0) return <EmptyState icon={<ChatIcon size={26} />} title={t.noTicketsSupport[state]} />;
  return (
    <>
      <List label={t.filters[state]}>
        {data.items.map((ticket) => (
          <Line key={ticket.id} ticket={ticket} />
        ))}
      </List>
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}

function Line({ ticket }: { readonly ticket: TicketLine }) {
  const t = useTicketWords();
  const s = useWords();
  const language = useLanguage();
  const { id, number, brand, state, updatedAt, version } = ticket;
  const since = Date.parse(updatedAt);
  const zone = consoleZone();
  const on = dateOn(since, zone);
  const now = consoleNow() ?? since;
  const age = `${daysAway(language, on, dateOn(now, zone))}, ${timeOn(since, zone)}`;
  return (
    <ListItem
      name={brand.name}
      title={`${brand.name}: ${askedText(t, language, ticket)}`}
      level={2}
      meta={
        <>
          {t.numbered(number)} · {t.since(age)} <Tag>{s.plans[brand.plan]}</Tag>{' '}
          <Tag tone={state === 'open' ? 'warn' : 'plain'}>{t.states.support[state]}</Tag>{' '}
          {version !== null && <Tag tone="quiet">{t.version(version)}</Tag>}
        </>
      }
      action={
        <ButtonLink href={`/suporte/chamados/${id}`}>
          {t.open}
          <VisuallyHidden>
            {' '}
            {brand.name}, {t.numbered(number)}
          </VisuallyHidden>
        </ButtonLink>
      }
    />
  );
}
