/** The screen of a person who must set up a second factor before anything else. */
import { leave, refreshSession } from '#web/shell/session/session-state.ts';
import { Button } from '#web/ui/forms/button.tsx';
import styles from './second-factor.module.css';
import { useSecondFactorWords } from './second-factor-words.ts';
import { SetUpSteps } from './set-up-steps.tsx';

export function SetUpScreen() {
  const t = useSecondFactorWords();
  return (
    <main className={styles.screen}>
      <h1 tabIndex={-1}>{t.neededTitle}</h1>
      <p>{t.neededLead}</p>
      <p>{t.what}</p>
      <SetUpSteps onDone={() => void refreshSession()} />
      <Button tone="text" onClick={() => void leave()}>
        {t.leave}
      </Button>
    </main>
  );
}
