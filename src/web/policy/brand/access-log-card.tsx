/** Links to the support access log, at the end of the policy. */

import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './policy-page.module.css';

export function AccessLogCard() {
  const b = useBrandWords();
  return (
    <Card>
      <h2>{b.supportAccess}</h2>
      <p className={styles.soft}>{b.supportAccessLead}</p>
      <div>
        <ButtonLink href="/acessos">{b.openSupportAccess}</ButtonLink>
      </div>
    </Card>
  );
}
