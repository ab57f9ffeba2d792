/** Shows the ticket for which hours are being set: the brand's own words, and a link to the ticket. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import type { TicketBody } from '#web/policy/review/preview-api.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { WaitingTickets } from '#web/support/tickets/waiting-tickets.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { ofBrand } from '#words/core/brand.ts';
import { fromTo } from '#words/core/format.ts';
import { SuspendSheet } from './pause-sheets.tsx';

export interface TicketBandProps {
  readonly ticket: TicketBody;
  readonly brand: Brand;
  readonly now: Instant;
}

export function TicketBand({ ticket, brand, now }: TicketBandProps) {
  const t = useConfigureWords();
  const s = useWords();
  const language = useLanguage();
  const [pausing, setPausing] = useState(false);
  const { kind, start, end, openedBy, number, reason, id } = ticket;
  const hours = start === null || end === null ? '' : fromTo(language, start, end);
  return (
    <>
      <Band
        title={t.ticket(number)}
        action={
          kind === 'deactivate' && brand.quietHours.active ? (
            <Button onClick={() => setPausing(true)}>{s.suspend}</Button>
          ) : (
            <ButtonLink href={`/suporte/chamados/${id}`}>{t.openTicket}</ButtonLink>
          )
        }
      >
        <p>{t.asks[kind](openedBy, hours)}</p>
        <p>“{reason}”</p>
        {pausing && (
          <SuspendSheet
            brand={brand}
            now={now}
            answering={{ ticketId: id, text: t.readyPause(firstName(openedBy), ofBrand(language, brand)) }}
            onClose={() => setPausing(false)}
          />
        )}
      </Band>
      <WaitingTickets tickets={ticket.alsoWaiting} side="support" />
    </>
  );
}

/** Returns the first name, as used in an answer to a person. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
