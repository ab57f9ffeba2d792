/** The tickets of all brands: the one that waits longest is first. */
import { useState } from 'react';
import type { TicketLine, TicketState } from '#web/shell/api/tickets-api.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { consoleNow, consoleZone } from '#web/shell/support/brand-queries.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { askedText } from '#web/support/tickets/asked-text.ts';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices, Tag } from '#web/ui/forms/chip.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { ListItem } from '#web/ui/layout/list.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { EmptyState } from '#web/ui/notices/states.tsx';
import { dateOn, daysAway, timeOn } from '#words/core/format.ts';
import { PagedList } from './paged-list.tsx';
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
  return (
    <PagedList
      shown={useQueue(state)}
      rows={3}
      label={t.filters[state]}
      empty={<EmptyState icon={<ChatIcon size={26} />} title={t.noTicketsSupport[state]} />}
      item={(ticket) => <Line key={ticket.id} ticket={ticket} />}
    />
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
