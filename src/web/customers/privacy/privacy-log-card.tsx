/** Links to the brand's privacy log, beside the support access log. */
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './privacy.module.css';
import { usePrivacyWords } from './privacy-words.ts';

export function PrivacyLogCard() {
  const t = usePrivacyWords();
  return (
    <Card>
      <h2>{t.log}</h2>
      <p className={styles.soft}>{t.logLead}</p>
      <div>
        <ButtonLink href="/privacidade">{t.openLog}</ButtonLink>
      </div>
    </Card>
  );
}
