/** The sheet that asks support for quiet hours, a change or the end of them: start, end and reason (A1). */
import { useEffect, useState } from 'react';
import { openTicket, type TicketBody, type TicketKind } from '#web/shell/api/tickets-api.ts';
import { refreshTickets, useWaitingTickets } from '#web/shell/brand/brand-reads.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { WaitingTickets } from '#web/support/tickets/waiting-tickets.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { readClock } from '#web/ui/forms/clock-text.ts';
import { TextArea } from '#web/ui/forms/field.tsx';
import { TimeField } from '#web/ui/forms/time-field.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { hoursOf, simpleTimes } from '#web/ui/ring/ring-hours.ts';
import styles from './ask-sheet.module.css';

export interface AskSheetProps {
  readonly kind: TicketKind;
  readonly onClose: () => void;
  readonly onAsked?: (ticket: TicketBody) => void;
}

interface Draft {
  readonly start: string;
  readonly end: string;
  readonly reason: string;
}

export function AskSheet({ kind, onClose, onAsked }: AskSheetProps) {
  const t = useTicketWords();
  const { hours: inForce } = useShop();
  const waiting = useWaitingTickets();
  const hours = hoursOf(inForce?.policy);
  const times = (hours && simpleTimes(hours)) ?? { start: '20:00', end: '08:00' };
  const [draft, setDraft] = useState<Draft>(() => ({ ...times, reason: '', ...kept(kind) }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => keep(kind, draft), [kind, draft]);

  const wantsTimes = kind !== 'deactivate';
  const [start, end] = [readClock(draft.start), readClock(draft.end, true)];
  const faults = {
    start: wantsTimes && start === null ? t.timeUnclear(draft.start) : null,
    end: wantsTimes && end === null ? t.timeUnclear(draft.end) : null,
    equal: wantsTimes && start !== null && start === end ? t.timesEqual : null,
    reason: draft.reason.trim() === '' ? t.whyMissing : null,
  };
  const timeFault = [...new Set([faults.start, faults.end, faults.equal].filter(Boolean))].join(' ');
  const edit = (change: Partial<Draft>) => {
    setFault(null);
    setDraft({ ...draft, ...change });
  };
  const send = async () => {
    setTried(true);
    if (timeFault !== '' || faults.reason !== null) return;
    setBusy(true);
    const wish = { kind, reason: draft.reason.trim() };
    const answer = await openTicket(wantsTimes && start && end ? { ...wish, start, end } : wish);
    setBusy(false);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? answer.refusal.detail : t.unreached);
    forget(kind);
    await refreshTickets();
    showToast({ text: t.askSent(answer.body.number) });
    onClose();
    onAsked?.(answer.body);
  };

  return (
    <Sheet
      stay
      title={t.ask[kind]}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button tone="main" busy={busy} onClick={() => void send()}>
            {t.askSend}
          </Button>
        </ActionRow>
      }
    >
      <p>{t.askLead[kind]}</p>
      <WaitingTickets tickets={waiting} side="brand" asking />
      {wantsTimes && (
        <AskedTimes draft={draft} faults={tried ? faults : NO_FAULTS} fault={tried ? timeFault : ''} onChange={edit} />
      )}
      <TextArea
        rows={4}
        label={t.why}
        hint={t.whyHint}
        value={draft.reason}
        maxLength={2000}
        fault={tried && faults.reason}
        firstFocus={!wantsTimes}
        onChange={(event) => edit({ reason: event.target.value })}
      />
      <div role="alert">
        {fault !== null && (
          <Band tone="warn" picture={<AttentionIcon />} title={t.notSent}>
            {fault}
          </Band>
        )}
      </div>
    </Sheet>
  );
}

interface TimeFaults {
  readonly start: string | null;
  readonly end: string | null;
  readonly equal: string | null;
}

const NO_FAULTS: TimeFaults = { start: null, end: null, equal: null };

interface AskedTimesProps {
  readonly draft: Draft;
  readonly faults: TimeFaults;
  /** All faults in one line. */
  readonly fault: string;
  readonly onChange: (change: Partial<Draft>) => void;
}

function AskedTimes({ draft, faults, fault, onChange }: AskedTimesProps) {
  const t = useTicketWords();
  return (
    <div>
      <div className={styles.times}>
        <TimeField
          firstFocus
          label={t.start}
          value={draft.start}
          faultId={faults.start || faults.equal ? 'ask-times' : undefined}
          onChange={(start) => onChange({ start })}
        />
        <span aria-hidden="true">{t.until}</span>
        <TimeField
          label={t.end}
          value={draft.end}
          dayEnd
          faultId={faults.end || faults.equal ? 'ask-times' : undefined}
          onChange={(end) => onChange({ end })}
        />
      </div>
      <p id="ask-times" className={styles.fault} aria-live="polite">
        {fault}
      </p>
    </div>
  );
}

const PREFIX = 'oto.ask.';

/** Reads the draft, which survives a closed sheet, another page and a reload. */
function kept(kind: TicketKind): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + kind) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}

function keep(kind: TicketKind, draft: Draft): void {
  try {
    sessionStorage.setItem(PREFIX + kind, JSON.stringify(draft));
  } catch {
    // Without storage the draft lasts as long as the sheet.
  }
}

function forget(kind: TicketKind): void {
  try {
    sessionStorage.removeItem(PREFIX + kind);
  } catch {
    // Without storage there is nothing to remove.
  }
}
