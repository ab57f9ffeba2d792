/** Contacts without an outcome: "Você enviou?" for a hand-over without an answer, and later "Como foi?". */
import { useState } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import { askOutcome } from '#web/contact/handoff/handoff.ts';
import { tellOutcome } from '#web/contact/handoff/say-outcome.ts';
import type { AttemptBody, OutcomeCode } from '#web/shell/api/api-types.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './today.module.css';

/** More questions than this at once would be a chore. */
const SHOWN = 2;

/** The part "Como foi?" below the lists: asks how contacts went that were sent a while ago. */
export function HowItWentQuestions({ attempts }: { readonly attempts: readonly AttemptBody[] }) {
  const c = useContactWords();
  return (
    <section className={styles.waiting} aria-label={c.handoff.waiting}>
      {attempts.slice(0, SHOWN).map((attempt) => (
        <HowItWent key={attempt.id} attempt={attempt} />
      ))}
    </section>
  );
}

/** The question "Você enviou?" about one contact that was handed over. */
export function SentQuestion({ attempt }: { readonly attempt: AttemptBody }) {
  const c = useContactWords();
  const { id, customerId, customerName } = attempt;
  return (
    <div className={styles.question}>
      <p>{c.handoff.sentTo(firstName(customerName))}</p>
      <Button onClick={() => askOutcome({ attemptId: id, customerId, customerName })}>{c.handoff.answer}</Button>
    </div>
  );
}

function HowItWent({ attempt }: { readonly attempt: AttemptBody }) {
  const t = useWords();
  const c = useContactWords();
  const { person } = useShop();
  const [busy, setBusy] = useState<OutcomeCode | null>(null);
  const tell = async (outcome: OutcomeCode) => {
    setBusy(outcome);
    const fault = await tellOutcome(
      { attemptId: attempt.id, customerId: attempt.customerId, personId: person.id },
      outcome,
    );
    setBusy(null);
    showToast({ text: fault === null ? c.handoff.thanks : fault === 'lost' ? t.app.unsaid : fault });
  };
  const choices = [
    ['talked', c.handoff.talked],
    ['sold', c.handoff.sold],
    ['no_answer', c.handoff.noAnswer],
  ] as const;
  return (
    <div className={styles.question}>
      <p>{c.handoff.how(firstName(attempt.customerName))}</p>
      <div className={styles.answers}>
        {choices.map(([outcome, label]) => (
          <Button key={outcome} busy={busy === outcome} onClick={() => busy === null && void tell(outcome)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
