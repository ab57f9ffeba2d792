/** The card of the own account with which a person switches kinds of mails off and on. */
import { useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { chooseMail, type MailChoice } from '#web/sign-in/account/account-api.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import { useMailWords } from './mail-words.ts';
import styles from './mails-card.module.css';

export function MailsCard({ mails }: { readonly mails: readonly MailChoice[] }) {
  const t = useMailWords();
  /** The choice that the server has not answered yet; its box already shows it. */
  const [sent, setSent] = useState<MailChoice | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const choose = async (choice: MailChoice) => {
    if (sent) return;
    setSent(choice);
    const answer = await chooseMail(choice);
    setSent(null);
    setFault(answer.kind === 'lost' ? t.unreached : answer.kind === 'refused' ? sentenceOf(answer.refusal) : null);
  };
  return (
    <Card>
      <h2>{t.title}</h2>
      <p className={styles.soft}>{t.lead}</p>
      <div className={styles.kinds} aria-busy={sent !== null}>
        {mails.map(({ kind, wanted }) => (
          <label key={kind} className={styles.kind}>
            <input
              type="checkbox"
              checked={sent?.kind === kind ? sent.wanted : wanted}
              onChange={({ target }) => void choose({ kind, wanted: target.checked })}
            />
            <span>
              {t.kinds[kind].name}
              <small>{t.kinds[kind].says}</small>
            </span>
          </label>
        ))}
      </div>
      <p className={styles.fault} role="alert">
        {fault}
      </p>
      <p className={styles.soft}>{t.always}</p>
    </Card>
  );
}
