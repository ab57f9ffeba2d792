/** The sheets that suspend a brand's quiet hours, by default with an end, and resume them (A7). */
import { type ReactNode, useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { readMoment } from '#web/policy/form/draft-policy.ts';
import { MomentFields } from '#web/policy/form/moment-fields.tsx';
import type { Answer } from '#web/shell/api/call.ts';
import { refreshSupport } from '#web/shell/support/brand-queries.ts';
import { type Brand, resume, suspend } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field, TextArea } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { dateOn } from '#words/core/format.ts';

interface SheetProps {
  readonly brand: Brand;
  readonly onClose: () => void;
}

const DAY_MS = 86_400_000;

export interface SuspendSheetProps extends SheetProps {
  readonly now: Instant;
  /**
   * The ticket that asked for the suspension, and the answer to it, editable. With a ticket the default is no end,
   * because the brand wants quiet hours off.
   */
  readonly answering?: { readonly ticketId: string; readonly text: string };
}

export function SuspendSheet({ brand, now, answering, onClose }: SuspendSheetProps) {
  const t = useWords();
  const c = useConfigureWords();
  const [end, setEnd] = useState<'date' | 'open'>(answering ? 'open' : 'date');
  const [answer, setAnswer] = useState(answering?.text ?? '');
  const [moment, setMoment] = useState({ date: dateOn(now + DAY_MS, brand.zone), time: '08:00' });
  const read = readMoment(moment, brand.zone, now);
  const hasFault = end === 'date' && read.fault !== null;

  return (
    <ReasonedSheet
      title={t.suspendTitle(brand.name)}
      lead={t.suspendLead}
      label={t.suspend}
      done={t.suspended}
      blocked={hasFault}
      onClose={onClose}
      send={(reason) =>
        suspend(
          brand.id,
          end === 'open' ? null : read.effective,
          reason,
          answering ? { ticketId: answering.ticketId, answer: answer.trim() || answering.text } : null,
        )
      }
    >
      {(shown) => (
        <>
          <Choices
            legend={t.suspendEnd}
            value={end}
            onChange={setEnd}
            choices={[
              { value: 'date', label: t.suspendEnds.date },
              { value: 'open', label: t.suspendEnds.open },
            ]}
          />
          {end === 'open' ? (
            <p>{t.suspendOpenHint}</p>
          ) : (
            <MomentFields moment={moment} zone={brand.zone} onChange={setMoment} fault={shown ? read.fault : null} />
          )}
          {answering && (
            <TextArea
              rows={4}
              label={c.answer}
              hint={c.answerHint}
              value={answer}
              maxLength={4000}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </>
      )}
    </ReasonedSheet>
  );
}

export function ResumeSheet({ brand, onClose }: SheetProps) {
  const t = useWords();
  return (
    <ReasonedSheet
      title={t.resumeTitle(brand.name)}
      lead={t.resumeLead}
      label={t.resume}
      done={t.resumed}
      onClose={onClose}
      send={(reason) => resume(brand.id, reason)}
    />
  );
}

interface ReasonedSheetProps {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly done: string;
  /** A field above the reason is not valid yet. */
  readonly blocked?: boolean;
  readonly onClose: () => void;
  readonly send: (reason: string) => Promise<Answer<unknown>>;
  /** `shown`: faults are shown only after the first try to send. */
  readonly children?: (shown: boolean) => ReactNode;
}

/** The sheet of a change that needs a reason: each fault is shown at its field, and nothing typed is lost. */
function ReasonedSheet({ title, lead, label, done, blocked, onClose, send, children }: ReasonedSheetProps) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const act = async () => {
    setTried(true);
    if (blocked || reason.trim() === '') return;
    setBusy(true);
    setFault(null);
    const answer = await send(reason.trim());
    if (answer.kind === 'done') {
      await refreshSupport();
      showToast({ text: done });
      return onClose();
    }
    setBusy(false);
    setFault(answer.kind === 'refused' ? answer.refusal.detail : t.unreached);
  };

  return (
    <Sheet
      stay
      title={title}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.back}</Button>
          <Button tone="main" busy={busy} onClick={() => void act()}>
            {label}
          </Button>
        </ActionRow>
      }
    >
      <p>{lead}</p>
      {children?.(tried)}
      <Field
        firstFocus
        label={t.reason}
        hint={t.reasonHint}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        fault={tried && reason.trim() === '' ? t.missingReason : undefined}
      />
      <p role="alert">{fault}</p>
    </Sheet>
  );
}
