/** Shows one ticket: what was asked, the messages with their authors and times, and the field for a reply. */
import { type FormEvent, useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import type { Answer } from '#web/shell/api/call.ts';
import type { TicketBody } from '#web/shell/api/tickets-api.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { when } from '#words/core/format.ts';
import { askedText } from './asked-text.ts';
import { keepReply, readKeptReply } from './kept-reply.ts';
import styles from './ticket-thread.module.css';
import { useTicketWords } from './ticket-words.ts';
import { WaitingTickets } from './waiting-tickets.tsx';

export interface TicketThreadProps {
  readonly ticket: TicketBody;
  /** The side that reads the ticket. */
  readonly side: 'brand' | 'support';
  readonly now: Instant;
  readonly zone: string;
  readonly onSay: (text: string, close: boolean) => Promise<Answer<unknown>>;
}

export function TicketThread({ ticket, side, now, zone, onSay }: TicketThreadProps) {
  const t = useTicketWords();
  const language = useLanguage();
  const at = (instant: string) => when(language, Date.parse(instant), now, zone);
  return (
    <>
      <WaitingTickets tickets={ticket.alsoWaiting} side={side} />
      <Card>
        <p className={styles.state}>
          <Tag tone={ticket.state === 'open' ? 'warn' : ticket.state === 'answered' ? 'good' : 'plain'}>
            {t.states[side][ticket.state]}
          </Tag>
          {ticket.version !== null && <Tag tone="quiet">{t.version(ticket.version)}</Tag>}
        </p>
        <h2>{askedText(t, language, ticket)}</h2>
        <p className={styles.said}>{ticket.reason}</p>
        <p className={styles.soft}>{t.openedBy(ticket.openedBy, at(ticket.createdAt))}</p>
      </Card>
      <Card>
        <h2>{t.thread}</h2>
        <ol className={styles.messages}>
          {ticket.messages.map((message) => (
            <li key={message.id} className={styles.message} data-mine={message.side === side || undefined}>
              <p className={styles.soft}>
                <b>{message.author}</b> · {t.sides[message.side]} · {at(message.at)}
              </p>
              <p className={styles.said}>{message.text}</p>
              {message.version !== null && <Tag tone="quiet">{t.version(message.version)}</Tag>}
            </li>
          ))}
        </ol>
        {ticket.state === 'closed' && <p className={styles.soft}>{t.closedHint}</p>}
        <Reply id={ticket.id} canClose={side === 'support' && ticket.state !== 'closed'} onSay={onSay} />
      </Card>
    </>
  );
}

interface ReplyProps extends Pick<TicketThreadProps, 'onSay'> {
  readonly id: string;
  readonly canClose: boolean;
}

function Reply({ id, canClose, onSay }: ReplyProps) {
  const t = useTicketWords();
  const [text, setText] = useState(() => readKeptReply(id));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const type = (typed: string) => {
    setText(typed);
    setFault(null);
    keepReply(id, typed);
  };
  const send = async (close: boolean) => {
    if (text.trim() === '') return setFault(t.messageMissing);
    setBusy(true);
    const answer = await onSay(text.trim(), close);
    setBusy(false);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? answer.refusal.detail : t.unreached);
    type('');
    showToast({ text: close ? t.closed : t.sent });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  return (
    <form className={styles.reply} noValidate onSubmit={submit}>
      <TextArea
        rows={3}
        label={t.message}
        value={text}
        maxLength={4000}
        fault={fault}
        onChange={(event) => type(event.target.value)}
      />
      <div className={styles.actions}>
        {canClose && (
          <Button busy={busy} onClick={() => void send(true)}>
            {t.closing}
          </Button>
        )}
        <Button tone="main" type="submit" busy={busy}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}
