/** The mail of the week as the reader gets it, with the switch for such mails beside it. */
import { useId, useState } from 'react';
import type { Week } from '#contract/reports/week.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { chooseMail } from '#web/sign-in/account/account-api.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { rereadWeek } from './use-week.ts';
import styles from './week-summary.module.css';
import { useWeekWords } from './week-words.ts';

export function MailPreview({ mail }: { readonly mail: NonNullable<Week['mail']> }) {
  const t = useWeekWords();
  const [isOpen, setIsOpen] = useState(false);
  const previewId = useId();
  return (
    <>
      <MailSwitch wanted={mail.wanted} />
      <div>
        <Button aria-expanded={isOpen} aria-controls={previewId} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t.previewHide : t.preview}
        </Button>
      </div>
      <section id={previewId} className={styles.mail} aria-label={t.preview} hidden={!isOpen}>
        <p className={styles.soft}>{t.previewTo(mail.to)}</p>
        <h3>{mail.subject}</h3>
        <p className={styles.text}>{mail.text}</p>
      </section>
    </>
  );
}

/** The same choice as on the own account. */
function MailSwitch({ wanted }: { readonly wanted: boolean }) {
  const t = useWeekWords();
  /** The choice that the server has not answered yet; the box already shows it. */
  const [sent, setSent] = useState<boolean | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const choose = async (wish: boolean) => {
    if (sent !== null) return;
    setSent(wish);
    const answer = await chooseMail({ kind: 'week_summary', wanted: wish });
    if (answer.kind === 'done') await rereadWeek();
    setSent(null);
    setFault(answer.kind === 'lost' ? t.unreached : answer.kind === 'refused' ? sentenceOf(answer.refusal) : null);
  };
  return (
    <>
      <label className={styles.choice} aria-busy={sent !== null}>
        <input type="checkbox" checked={sent ?? wanted} onChange={({ target }) => void choose(target.checked)} />
        <span>{t.wanted}</span>
      </label>
      <p className={styles.fault} role="alert">
        {fault}
      </p>
    </>
  );
}
