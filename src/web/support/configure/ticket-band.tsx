/** The ticket for which hours are being set: what is asked, in the brand's own words, and the way to it. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useLanguage } from '#web/settings/language.ts';
import type { Brand } from '#web/support/brands-api.ts';
import { SuspendSheet } from '#web/support/pause-sheets.tsx';
import { useWords } from '#web/support/support-words.ts';
import { WaitingTickets } from '#web/tickets/waiting-tickets.tsx';
import { Band } from '#web/ui/band.tsx';
import { Button, ButtonLink } from '#web/ui/button.tsx';
import { ofBrand } from '#words/brand.ts';
import { fromTo } from '#words/format.ts';
import { useConfigureWords } from './configure-words.ts';
import type { TicketBody } from './preview-api.ts';

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

/** As one speaks to a person. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
