/** The way to what support looked at, at the end of the policy. */

import styles from '#web/policy/brand/policy-page.module.css';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';

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
