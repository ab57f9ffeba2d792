/**
 * Lists the brand's tickets that wait for support, each with a link, so that two questions about one thing are noticed
 * before both are answered (A1).
 */
import { Link } from 'wouter';
import type { TicketBody } from '#web/shell/api/tickets-api.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { askedText } from './asked-text.ts';
import { useTicketWords } from './ticket-words.ts';
import styles from './waiting-tickets.module.css';

export interface WaitingTicketsProps {
  readonly tickets: TicketBody['alsoWaiting'];
  readonly side: 'brand' | 'support';
  /** True before a new ticket is sent, false on an existing ticket. */
  readonly asking?: boolean;
}

/** Renders nothing where no ticket waits. */
export function WaitingTickets({ tickets, side, asking = false }: WaitingTicketsProps) {
  const t = useTicketWords();
  const language = useLanguage();
  if (tickets.length === 0) return null;
  const words = asking ? t.alreadyWaiting : t.alsoWaiting[side];
  return (
    <Band picture={<ChatIcon size={22} />} title={words.title(tickets.length)}>
      <p>{words.more}</p>
      <ul className={styles.tickets}>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link href={`${PATHS[side]}/${ticket.id}`}>
              {t.numbered(ticket.number)} · {askedText(t, language, ticket)}
            </Link>
          </li>
        ))}
      </ul>
    </Band>
  );
}

const PATHS = { brand: '/chamados', support: '/suporte/chamados' } as const;
