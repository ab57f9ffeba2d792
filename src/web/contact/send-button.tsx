/**
 * The main button of a message, the reasons that disable it, and the name it is sent in. After quiet hours begin,
 * "Deixar pronta" replaces the send button.
 */

import { useContactWords } from '#web/shell/contact-words.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useOnline } from '#web/shell/offline/online.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ChatIcon, ClockIcon } from '#web/ui/icons/icons.tsx';
import { isAsking } from './attempt/attempt-phase.ts';
import type { Attempting } from './attempt/use-attempt.ts';
import { AttemptError } from './attempt-error.tsx';
import styles from './compose.module.css';
import type { HoldInstead } from './use-hold-instead.ts';

export interface SendButtonProps {
  readonly attempting: Attempting;
  readonly text: string;
  /** "Deixar pronta" instead of the send button; null: the send button. */
  readonly holdInstead: HoldInstead | null;
  readonly onLeave: () => void;
}

/** Does what the form's submit button does. */
export function submitMessage(
  { phase, confirm, holdText, send }: Attempting,
  text: string,
  holdInstead: boolean,
): void {
  if (phase.step === 'unconfirmed') confirm();
  else if (isAsking(phase)) return;
  else if (holdInstead) holdText(text);
  else send(text);
}

export function SendButton({ attempting, text, holdInstead, onLeave }: SendButtonProps) {
  const t = useWords();
  const c = useContactWords();
  const h = useHoldWords();
  const say = useTimeText();
  const online = useOnline();
  const { person, silence } = useShop();
  const { phase, send } = attempting;
  const busy = isAsking(phase);
  const label = busy ? c.compose.sending : text.trim() === '' ? c.compose.sendEmpty : c.compose.send;
  return (
    <div className={styles.send}>
      {silence.closing && silence.next !== null && (
        <p className={styles.closing} role="status">
          <ClockIcon size={18} />
          {t.quiet.sendBefore(say.time(silence.next))}
        </p>
      )}
      <div className={styles.told} role="status">
        {phase.step === 'confirming' && <p>{c.compose.confirming}</p>}
        {phase.step === 'unconfirmed' && <p>{c.compose.unconfirmed}</p>}
        {phase.step === 'lapsed' && <p>{c.compose.lapsed}</p>}
        {(phase.step === 'offline' || !online) && phase.step !== 'unconfirmed' && <p>{t.app.offlineText}</p>}
      </div>
      {phase.step === 'stopped' && <AttemptError refusal={phase.refusal} onLeave={onLeave} />}
      {holdInstead !== null && phase.step !== 'unconfirmed' ? (
        <>
          <p className={styles.closing} role="status">
            <ClockIcon size={18} />
            {holdInstead.began ? h.leave.began : h.leave.inSilence}
          </p>
          <Button type="submit" tone="lamp" wide busy={busy}>
            {busy ? c.compose.sending : holdInstead.at === null ? h.leave.later : h.leave.at(say.when(holdInstead.at))}
          </Button>
          <Button tone="text" wide onClick={() => !busy && send(text)}>
            {h.leave.otherWays}
          </Button>
        </>
      ) : (
        <Button type="submit" tone="go" wide busy={busy} icon={<ChatIcon />}>
          {phase.step === 'unconfirmed' ? c.compose.confirmAgain : label}
        </Button>
      )}
      <p className={styles.as}>{c.compose.as(person.name)}</p>
    </div>
  );
}
