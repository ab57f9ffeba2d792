/** The way to what support looked at, at the end of the policy. */
import { ButtonLink } from '#web/ui/button.tsx';
import { Card } from '#web/ui/frame.tsx';
import { useBrandWords } from './brand-words.ts';
import styles from './policy-page.module.css';

export function LooksCard() {
  const b = useBrandWords();
  return (
    <Card>
      <h2>{b.looks}</h2>
      <p className={styles.soft}>{b.looksLead}</p>
      <div>
        <ButtonLink href="/acessos">{b.looksOpen}</ButtonLink>
      </div>
    </Card>
  );
}
